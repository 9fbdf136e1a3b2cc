import HCL
import ProviderSchemas
import ResourceGraph

/// Which type an expression has before anything is created, as far as the language fixes it; `dynamic` for the rest.
///
/// What resources, data sources and modules give is not known to the real tool either while it validates.
final class TypeInference {
  private let module: Module
  private let evaluator: ModuleEvaluator
  private var locals: [String: ValueType] = [:]
  private var variables: [String: ValueType] = [:]
  private var open: Set<String> = []
  /// Expressions may stand this deep inside one another.
  private static let depthLimit = 200

  init(_ module: Module, evaluator: ModuleEvaluator) {
    self.module = module
    self.evaluator = evaluator
  }

  /// - Parameter bound: names that mean something else where the expression stands: of `for` and of `dynamic` blocks.
  func type(of expression: HCLExpression, bound: Set<String> = [], depth: Int = 0) -> ValueType {
    guard depth < Self.depthLimit else { return .dynamic }
    func inner(_ expression: HCLExpression) -> ValueType {
      type(of: expression, bound: bound, depth: depth + 1)
    }
    switch expression.kind {
    case .literal(let value): return Self.type(of: value)
    case .template, .joined: return .string
    case .wrapped(let whole), .parentheses(let whole): return inner(whole)
    case .tuple(let items): return .tuple(items.map(inner))
    case .object(let items):
      let keys = items.map(\.literalKey)
      // Of keys that are worked out only the kind is known.
      guard !keys.contains(nil) else { return .map(.dynamic) }
      return .object(
        Dictionary(zip(keys.compactMap(\.self), items.map { .init(inner($0.value)) })) { _, last in last })
    case .unary(let symbol, _): return symbol == .not ? .bool : .number
    case .binary(let symbol, _, _): return symbol.isArithmetic ? .number : .bool
    case .conditional(_, let yes, let no):
      if case .type(let type) = inner(yes).unified(with: inner(no)) { return type }
      return .dynamic
    case .reference(let traversal):
      return bound.contains(traversal.root) ? .dynamic : type(of: traversal, depth: depth)
    case .call(let call): return type(of: call, arguments: call.arguments.map(inner))
    case .for(let loop):
      // Over what is not known the result can be anything.
      guard bound.isEmpty, !evaluator.peek(loop.collection).isUnknown else { return .dynamic }
      return loop.makesObject ? .map(.dynamic) : .list(.dynamic)
    case .index, .relative, .splat, .element, .invalid: return .dynamic
    }
  }

  private static func type(of value: Value) -> ValueType {
    switch value {
    case .bool: .bool
    case .number, .bigInteger: .number
    case .string: .string
    default: .dynamic
    }
  }

  private func type(of traversal: Traversal, depth: Int) -> ValueType {
    switch (traversal.root, traversal.steps.first?.name) {
    case ("var", let name?): return variable(name).at(traversal.steps.dropFirst())
    case ("local", let name?): return local(name, depth: depth).at(traversal.steps.dropFirst())
    case ("path", _?), ("each", "key"): return .string
    case ("count", "index"): return .number
    default: return .dynamic
    }
  }

  private func variable(_ name: String) -> ValueType {
    if let known = variables[name] { return known }
    let expression = module.variables[name]?.body.attribute("type")?.value
    let type = expression.flatMap { ValueType(expression: $0) } ?? .dynamic
    variables[name] = type
    return type
  }

  private func local(_ name: String, depth: Int) -> ValueType {
    if let known = locals[name] { return known }
    guard let attribute = module.locals[name], open.insert(name).inserted else { return .dynamic }
    defer { open.remove(name) }
    let type = type(of: attribute.value, depth: depth + 1)
    locals[name] = type
    return type
  }

  private func type(of call: FunctionCall, arguments: [ValueType]) -> ValueType {
    // The tool does not ask a function for its type while it does not know those of its arguments.
    guard !call.expandsLast, !arguments.contains(.dynamic) else { return .dynamic }
    let known = FunctionTypes.results[call.name] ?? .dynamic
    switch (call.name, arguments.first) {
    case ("toset", .list(let element)?), ("toset", .set(let element)?): return .set(element)
    case ("toset", .tuple(let types)?): return .set(FunctionTypes.common(types))
    case ("tolist", .list(let element)?), ("tolist", .set(let element)?): return .list(element)
    case ("tolist", .tuple(let types)?): return .list(FunctionTypes.common(types))
    case ("tomap", .map(let element)?): return .map(element)
    case ("tomap", .object(let members)?): return .map(FunctionTypes.common(members.values.map(\.type)))
    case ("sensitive", let type?), ("nonsensitive", let type?): return type
    case ("concat", _):
      return arguments.allSatisfy { if case .list = $0 { true } else { false } } ? arguments[0] : .dynamic
    default: return known
    }
  }
}

extension ValueType {
  /// What stands at the end of some steps.
  fileprivate func at(_ steps: ArraySlice<Traversal.Step>) -> ValueType {
    guard let step = steps.first else { return self }
    switch (self, step.kind) {
    case (.object(let members), .attribute(let name)):
      return members[name]?.type.at(steps.dropFirst()) ?? .dynamic
    case (.map(let element), _), (.list(let element), .index): return element.at(steps.dropFirst())
    default: return .dynamic
    }
  }
}
