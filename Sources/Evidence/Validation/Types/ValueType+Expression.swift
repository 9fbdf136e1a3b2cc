import HCL
import ProviderSchemas

extension ValueType {
  /// The type that a constraint such as `map(object({ a = optional(string) }))` names; nil for what cannot be read.
  init?(expression: HCLExpression) {
    switch expression.kind {
    case .reference(let traversal) where traversal.steps.isEmpty:
      guard let type = Self.keywords[traversal.root] else { return nil }
      self = type
    case .call(let call):
      guard let argument = call.arguments.first else { return nil }
      switch call.name {
      case "list", "set", "map":
        guard let element = ValueType(expression: argument) else { return nil }
        self = call.name == "list" ? .list(element) : call.name == "set" ? .set(element) : .map(element)
      case "tuple":
        guard case .tuple(let items) = argument.kind else { return nil }
        let types = items.compactMap { ValueType(expression: $0) }
        guard types.count == items.count else { return nil }
        self = .tuple(types)
      case "object":
        guard case .object(let items) = argument.kind, let members = Self.members(items) else { return nil }
        self = .object(members)
      default: return nil
      }
    default: return nil
    }
  }

  private static let keywords: [String: ValueType] = [
    "string": .string, "number": .number, "bool": .bool, "any": .dynamic, "list": .list(.dynamic),
    "map": .map(.dynamic),
    "set": .set(.dynamic),
  ]

  private static func members(_ items: [ObjectItem]) -> [String: Member]? {
    var members: [String: Member] = [:]
    for item in items {
      guard let name = item.literalKey else { return nil }
      if case .call(let call) = item.value.kind, call.name == "optional" {
        guard let type = call.arguments.first.flatMap({ ValueType(expression: $0) }) else { return nil }
        members[name] = Member(type, isOptional: true)
      } else {
        guard let type = ValueType(expression: item.value) else { return nil }
        members[name] = Member(type)
      }
    }
    return members
  }
}
