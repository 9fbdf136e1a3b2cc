import Basics

/// Works out what an expression comes to, within a budget of steps.
struct CELEvaluator {
  var variables: [String: CELValue]
  private var left: Int

  init(variables: [String: CELValue], budget: Int) {
    self.variables = variables
    left = budget
  }

  mutating func spend(_ steps: Int) throws(CELError) {
    left -= max(1, steps)
    if left < 0 { throw CELError(.budget, detail: "it takes more steps than it may") }
  }

  mutating func evaluate(_ expression: CELExpression) throws(CELError) -> CELValue {
    try spend(1)
    switch expression {
    case .literal(let value): return value
    case .name(let name): return try variable(name)
    case .select(let of, let field, let isOptional):
      return try select(evaluate(of), field: field, isOptional: isOptional)
    case .has(let of, let field): return .bool(try Self.has(evaluate(of), field: field))
    case .index(let of, let index, let isOptional):
      let value = try evaluate(of)
      return try Self.index(value, key: evaluate(index), isOptional: isOptional)
    case .call(let name, let target, let arguments):
      return try call(name, target: target, arguments: arguments)
    case .list(let elements):
      var values: [CELValue] = []
      for element in elements { values.append(try evaluate(element)) }
      return .list(values)
    case .map(let entries): return try map(entries)
    case .not(let inner):
      guard case .bool(let value) = try evaluate(inner) else { throw .noOverload("!") }
      return .bool(!value)
    case .negate(let inner): return try CELArithmetic.negate(evaluate(inner))
    case .and(let left, let right): return try logical(left, right: right, decides: false)
    case .or(let left, let right): return try logical(left, right: right, decides: true)
    case .conditional(let condition, let then, let otherwise):
      guard case .bool(let value) = try evaluate(condition) else { throw .noOverload("?:") }
      return try evaluate(value ? then : otherwise)
    case .binary(let symbol, let left, let right):
      let first = try evaluate(left)
      return try CELArithmetic.apply(symbol, left: first, right: evaluate(right))
    case .loop(let name, let over, let variables, let body):
      return try loop(name, over: evaluate(over), variables: variables, body: body)
    case .bind(let name, let value, let body): return try with([name: evaluate(value)], evaluate: body)
    }
  }

  private func variable(_ name: String) throws(CELError) -> CELValue {
    if let value = variables[name] { return value }
    let types = ["bool", "int", "uint", "double", "string", "bytes", "list", "map", "null_type", "type"]
    if types.contains(name) { return .type(name) }
    throw CELError(.unknown, detail: "there is no '\(name)'")
  }

  private func select(_ value: CELValue, field: String, isOptional: Bool) throws(CELError) -> CELValue {
    if case .optional(let inner) = value {
      guard let inner, try Self.has(inner, field: field) else { return .optional(nil) }
      return .optional(try select(inner, field: field, isOptional: false))
    }
    if isOptional {
      return try Self.has(value, field: field)
        ? .optional(try select(value, field: field, isOptional: false)) : .optional(nil)
    }
    guard case .map(let entries) = value else { throw .noOverload(".\(field)") }
    guard let found = entries[.string(field)] else {
      throw CELError(.evaluation, detail: "no such key: \(field)")
    }
    return found
  }

  private static func has(_ value: CELValue, field: String) throws(CELError) -> Bool {
    switch value {
    case .map(let entries): return entries[.string(field)] != nil
    case .optional(let inner):
      return try inner.map { value throws(CELError) in try has(value, field: field) } ?? false
    default: throw .noOverload("has")
    }
  }

  static func index(_ value: CELValue, key: CELValue, isOptional: Bool) throws(CELError) -> CELValue {
    switch value {
    case .optional(let inner):
      guard let inner else { return .optional(nil) }
      return try index(inner, key: key, isOptional: true)
    case .list(let elements):
      guard case .int(let number) = key.key else { throw .noOverload("[]") }
      guard number >= 0, let place = Int(exactly: number), place < elements.count else {
        if isOptional { return .optional(nil) }
        throw CELError(.evaluation, detail: "index out of range: \(number)")
      }
      return isOptional ? .optional(elements[place]) : elements[place]
    case .map(let entries):
      guard let found = entries[key.key] else {
        if isOptional { return .optional(nil) }
        throw CELError(.evaluation, detail: "no such key")
      }
      return isOptional ? .optional(found) : found
    default: throw .noOverload("[]")
    }
  }

  private mutating func map(_ entries: [(key: CELExpression, value: CELExpression)]) throws(CELError)
    -> CELValue
  {
    var found: [CELValue: CELValue] = [:]
    for entry in entries {
      let key = try evaluate(entry.key).key
      switch key {
      case .bool, .int, .uint, .string: break
      default: throw CELError(.evaluation, detail: "a key is a text, a whole number or a truth value")
      }
      guard found[key] == nil else { throw CELError(.evaluation, detail: "a key is there twice") }
      found[key] = try evaluate(entry.value)
    }
    return .map(found)
  }

  /// An error on one side does not count where the other side decides.
  private mutating func logical(
    _ left: CELExpression, right: CELExpression, decides: Bool
  ) throws(CELError) -> CELValue {
    let first: CELError
    do throws(CELError) {
      guard case .bool(let value) = try evaluate(left) else { throw .noOverload(decides ? "||" : "&&") }
      if value == decides { return .bool(decides) }
      guard case .bool(let other) = try evaluate(right) else { throw .noOverload(decides ? "||" : "&&") }
      return .bool(other)
    } catch {
      first = error
    }
    guard first.kind == .evaluation, case .bool(decides) = try evaluate(right) else { throw first }
    return .bool(decides)
  }

  private mutating func call(
    _ name: String, target: CELExpression?, arguments: [CELExpression]
  ) throws(CELError) -> CELValue {
    var values: [CELValue] = []
    if let target { values.append(try evaluate(target)) }
    for argument in arguments { values.append(try evaluate(argument)) }
    try spend(values.reduce(0) { $0 + Self.size($1) / 10 })
    guard let function = CELFunctions.all["\(target == nil ? "" : ".")\(name)"] else {
      throw CELError(.unknown, detail: "there is no function '\(name)'")
    }
    return try function(values)
  }

  private static func size(_ value: CELValue) -> Int {
    switch value {
    case .string(let text): text.utf8.count
    case .bytes(let bytes): bytes.count
    case .list(let elements): elements.count
    case .map(let entries): entries.count
    default: 0
    }
  }
}
