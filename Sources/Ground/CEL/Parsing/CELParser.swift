/// Reads an expression from its words.
struct CELParser {
  private let tokens: [CELToken]
  private var position = 0
  private var depth = 0
  private static let deepest = 200

  init(_ tokens: [CELToken]) { self.tokens = tokens }

  mutating func parse() throws(CELError) -> CELExpression {
    let expression = try conditional()
    guard tokens[position] == .end else { throw fault("something is left over") }
    return expression
  }

  private func fault(_ detail: String) -> CELError {
    CELError(.syntax, detail: "\(detail) (word \(position + 1))")
  }

  private mutating func take(_ symbol: String) -> Bool {
    guard tokens[position] == .symbol(symbol) else { return false }
    position += 1
    return true
  }

  private mutating func need(_ symbol: String) throws(CELError) {
    guard take(symbol) else { throw fault("'\(symbol)' is needed") }
  }

  private mutating func name() throws(CELError) -> String {
    guard case .name(let name) = tokens[position] else { throw fault("a name is needed") }
    position += 1
    return name
  }

  private mutating func conditional() throws(CELError) -> CELExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw fault("it is nested too deep") }
    let condition = try disjunction()
    guard take("?") else { return condition }
    let then = try disjunction()
    try need(":")
    return .conditional(condition, then: then, otherwise: try conditional())
  }

  private mutating func disjunction() throws(CELError) -> CELExpression {
    var left = try conjunction()
    while take("||") { left = .or(left, try conjunction()) }
    return left
  }

  private mutating func conjunction() throws(CELError) -> CELExpression {
    var left = try relation()
    while take("&&") { left = .and(left, try relation()) }
    return left
  }

  private mutating func relation() throws(CELError) -> CELExpression {
    var left = try sum()
    while let symbol = symbol(among: ["<", "<=", ">", ">=", "==", "!=", "in"]) {
      left = .binary(symbol, left, try sum())
    }
    return left
  }

  private mutating func sum() throws(CELError) -> CELExpression {
    var left = try product()
    while let symbol = symbol(among: ["+", "-"]) { left = .binary(symbol, left, try product()) }
    return left
  }

  private mutating func product() throws(CELError) -> CELExpression {
    var left = try unary()
    while let symbol = symbol(among: ["*", "/", "%"]) { left = .binary(symbol, left, try unary()) }
    return left
  }

  private mutating func symbol(among symbols: [String]) -> String? {
    guard case .symbol(let symbol) = tokens[position], symbols.contains(symbol) else { return nil }
    position += 1
    return symbol
  }

  private mutating func unary() throws(CELError) -> CELExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw fault("it is nested too deep") }
    if take("!") { return .not(try unary()) }
    guard take("-") else { return try member() }
    if case .literal(let value) = tokens[position] {
      if value == .leastMagnitude {
        position += 1
        return .literal(.int(.min))
      }
    }
    return .negate(try unary())
  }

  private mutating func member() throws(CELError) -> CELExpression {
    var expression = try primary()
    while true {
      if take(".?") {
        expression = .select(expression, field: try name(), isOptional: true)
      } else if take(".") {
        let field = try name()
        if take("(") {
          expression = try call(field, target: expression)
        } else {
          expression = .select(expression, field: field, isOptional: false)
        }
      } else if take("[?") {
        expression = .index(expression, try conditional(), isOptional: true)
        try need("]")
      } else if take("[") {
        expression = .index(expression, try conditional(), isOptional: false)
        try need("]")
      } else {
        return expression
      }
    }
  }

  private mutating func primary() throws(CELError) -> CELExpression {
    switch tokens[position] {
    case .literal(let value):
      guard value != .leastMagnitude else { throw fault("the number is too large") }
      position += 1
      return .literal(value)
    case .name(let name):
      position += 1
      return take("(") ? try call(name, target: nil) : .name(name)
    case .symbol("("):
      position += 1
      let inner = try conditional()
      try need(")")
      return inner
    case .symbol("["):
      position += 1
      return .list(try arguments(until: "]"))
    case .symbol("{"):
      position += 1
      return try map()
    case .symbol("."):
      position += 1
      return try primary()
    default: throw fault("a value is needed")
    }
  }

  private mutating func arguments(until end: String) throws(CELError) -> [CELExpression] {
    var found: [CELExpression] = []
    while !take(end) {
      found.append(try conditional())
      if !take(",") {
        try need(end)
        break
      }
    }
    return found
  }

  private mutating func map() throws(CELError) -> CELExpression {
    var entries: [(key: CELExpression, value: CELExpression)] = []
    while !take("}") {
      let key = try conditional()
      try need(":")
      entries.append((key, try conditional()))
      if !take(",") {
        try need("}")
        break
      }
    }
    return .map(entries)
  }

  private mutating func call(_ name: String, target: CELExpression?) throws(CELError) -> CELExpression {
    let arguments = try arguments(until: ")")
    if name == "has", target == nil {
      guard arguments.count == 1, case .select(let of, let field, _) = arguments[0] else {
        throw fault("'has' needs a field")
      }
      return .has(of, field: field)
    }
    if let target, let loop = try loop(name, over: target, arguments: arguments) { return loop }
    if name == "bind", case .name("cel")? = target, arguments.count == 3,
      case .name(let variable) = arguments[0]
    {
      return .bind(variable, value: arguments[1], body: arguments[2])
    }
    // Functions of a name space are called as methods of it.
    if case .name(let space)? = target, Self.spaces.contains(space) {
      return .call("\(space).\(name)", target: nil, arguments: arguments)
    }
    return .call(name, target: target, arguments: arguments)
  }

  private static let spaces: Set<String> = ["optional", "sets", "math", "strings", "ip", "format"]

  private func loop(
    _ name: String, over target: CELExpression, arguments: [CELExpression]
  ) throws(CELError) -> CELExpression? {
    let counts: [String: ClosedRange<Int>] = [
      "all": 2...3, "exists": 2...3, "exists_one": 2...3, "existsOne": 2...3, "filter": 2...2, "map": 2...3,
    ]
    guard let accepted = counts[name], accepted.contains(arguments.count),
      case .name(let first) = arguments[0]
    else {
      return nil
    }
    let kind = name == "existsOne" ? "exists_one" : name
    if arguments.count == 3, kind != "map" {
      guard case .name(let second) = arguments[1] else {
        throw fault("'\(name)' needs the names of its variables")
      }
      return .loop(kind, over: target, variables: [first, second], body: [arguments[2]])
    }
    return .loop(kind, over: target, variables: [first], body: Array(arguments.dropFirst()))
  }
}
