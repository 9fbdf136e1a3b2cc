import HCL

/// The type of an argument, as providers declare it.
package indirect enum ValueType: Hashable, Sendable {
  case string, number, bool
  /// Anything.
  case dynamic
  case list(ValueType)
  case set(ValueType)
  case map(ValueType)
  case tuple([ValueType])
  case object([String: Member])

  /// One member of an object.
  package struct Member: Hashable, Sendable {
    package var type: ValueType
    package var isOptional: Bool

    package init(_ type: ValueType, isOptional: Bool = false) {
      self.type = type
      self.isOptional = isOptional
    }
  }

  /// As messages name it: `list of string`.
  package var description: String {
    switch self {
    case .string: "string"
    case .number: "number"
    case .bool: "bool"
    case .dynamic: "dynamic"
    case .list(let element): "list of \(element.description)"
    case .set(let element): "set of \(element.description)"
    case .map(let element): "map of \(element.description)"
    case .tuple: "tuple"
    case .object: "object"
    }
  }
}
