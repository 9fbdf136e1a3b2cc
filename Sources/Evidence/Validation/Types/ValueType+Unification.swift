import ProviderSchemas

extension ValueType {
  /// What the branches of a conditional become together.
  enum Unification: Hashable {
    case type(ValueType)
    /// They have nothing in common; which part of them, and what each is there.
    case mismatch(part: String, left: ValueType, right: ValueType)
  }

  /// The rules of the language's conversions, as far as they are certain; what is not is `dynamic`.
  func unified(with other: ValueType, part: String = "") -> Unification {
    if self == other { return .type(self) }
    switch (self, other) {
    case (.dynamic, _), (_, .dynamic): return .type(.dynamic)
    case (.string, .number), (.string, .bool), (.number, .string), (.bool, .string): return .type(.string)
    case (.list(let a), .list(let b)): return a.unified(with: b, part: part).mapped { .list($0) }
    case (.set(let a), .set(let b)): return a.unified(with: b, part: part).mapped { .set($0) }
    case (.map(let a), .map(let b)): return a.unified(with: b, part: part).mapped { .map($0) }
    case (.tuple(let a), .tuple(let b)) where a.count == b.count: return Self.unified(a, with: b)
    case (.tuple(let a), .tuple(let b)): return .type(.list(FunctionTypes.common(a + b)))
    case (.tuple(let types), .list(let element)), (.list(let element), .tuple(let types)):
      return types.contains { $0.kind != element.kind && !$0.isConvertible(to: element) }
        ? .mismatch(part: part, left: self, right: other) : .type(.list(element))
    case (.object(let a), .object(let b)) where Set(a.keys) == Set(b.keys): return Self.unified(a, with: b)
    default:
      if kind == other.kind, kind != .primitive { return .type(.dynamic) }
      return .mismatch(part: part, left: self, right: other)
    }
  }

  private static func unified(_ left: [ValueType], with right: [ValueType]) -> Unification {
    var types: [ValueType] = []
    for (index, pair) in zip(left, right).enumerated() {
      switch pair.0.unified(with: pair.1, part: "tuple element \(index)") {
      case .type(let type): types.append(type)
      case let mismatch: return mismatch
      }
    }
    return .type(.tuple(types))
  }

  private static func unified(_ left: [String: Member], with right: [String: Member]) -> Unification {
    var members: [String: Member] = [:]
    for (name, member) in left.sorted(by: { $0.key < $1.key }) {
      guard let other = right[name] else { continue }
      switch member.type.unified(with: other.type, part: "object attribute \"\(name)\"") {
      case .type(let type): members[name] = Member(type)
      case let mismatch: return mismatch
      }
    }
    return .type(.object(members))
  }

  /// What conversions never cross.
  enum Kind {
    case primitive, sequence, mapping, any
  }

  var kind: Kind {
    switch self {
    case .string, .number, .bool: .primitive
    case .list, .set, .tuple: .sequence
    case .map, .object: .mapping
    case .dynamic: .any
    }
  }

  /// Whether some value of this type can become one of the other; true where that is not certain.
  func isConvertible(to other: ValueType) -> Bool {
    if self == other { return true }
    switch (self, other) {
    case (.dynamic, _), (_, .dynamic): return true
    case (.number, .bool), (.bool, .number): return false
    case (.list(let a), .list(let b)), (.set(let a), .set(let b)), (.map(let a), .map(let b)),
      (.list(let a), .set(let b)), (.set(let a), .list(let b)):
      return a.isConvertible(to: b)
    case (.tuple(let types), .list(let element)), (.tuple(let types), .set(let element)):
      return types.allSatisfy { $0.isConvertible(to: element) }
    case (.object(let members), .map(let element)):
      return members.values.allSatisfy { $0.type.isConvertible(to: element) }
    case (.object(let given), .object(let wanted)):
      return wanted.allSatisfy { name, member in
        given[name].map { $0.type.isConvertible(to: member.type) } ?? member.isOptional
      }
    default: return kind == other.kind
    }
  }
}

extension ValueType.Unification {
  fileprivate func mapped(_ wrap: (ValueType) -> ValueType) -> ValueType.Unification {
    if case .type(let type) = self { .type(wrap(type)) } else { self }
  }
}
