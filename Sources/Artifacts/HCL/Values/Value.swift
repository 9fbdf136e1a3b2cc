/// A value of the language. `unknown` is a value of its own: what only the provider knows until apply.
package enum Value: Hashable, Sendable {
  case null
  case unknown
  case bool(Bool)
  case number(Double)
  /// A whole number that a `Double` does not hold to the last digit, and only such a one, so that every number has one
  /// form; see `whole(_:)`. What has more than 38 digits is a `number` to the nearest.
  indirect case bigInteger(Int128)
  case string(String)
  /// Lists, tuples and sets; a set is sorted and without duplicates.
  case list([Value])
  /// Objects and maps; wherever order shows, keys are sorted by their bytes.
  case object([String: Value])
}

extension Value {
  /// No unknown anywhere inside.
  package var isWhollyKnown: Bool {
    switch self {
    case .unknown: false
    case .list(let items): items.allSatisfy(\.isWhollyKnown)
    case .object(let members): members.values.allSatisfy(\.isWhollyKnown)
    default: true
    }
  }

  package var isNull: Bool { self == .null }
  package var isUnknown: Bool { self == .unknown }

  /// The member of an object, nil for anything else.
  package subscript(_ name: String) -> Value? {
    if case .object(let members) = self { members[name] } else { nil }
  }

  /// The element of a list, nil outside of it.
  package subscript(_ index: Int) -> Value? {
    if case .list(let items) = self, items.indices.contains(index) { items[index] } else { nil }
  }

  /// The elements of a list, nil for anything else.
  package var elements: [Value]? {
    if case .list(let items) = self { items } else { nil }
  }

  /// The members of an object in order, nil for anything else.
  package var members: [(key: String, value: Value)]? {
    if case .object(let members) = self { members.sorted { $0.key < $1.key } } else { nil }
  }

  /// How many values are inside, itself included, counted no further than `limit`.
  func weight(limit: Int) -> Int {
    switch self {
    case .string(let text): return 1 + text.utf8.count / 16
    case .list(let items):
      var sum = 1
      for item in items where sum < limit { sum += item.weight(limit: limit - sum) }
      return sum
    case .object(let members):
      var sum = 1
      for item in members.values where sum < limit { sum += item.weight(limit: limit - sum) }
      return sum
    default: return 1
    }
  }
}
