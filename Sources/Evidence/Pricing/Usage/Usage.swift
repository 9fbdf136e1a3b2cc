import HCL

/// How much of the things that are billed by use one resource uses in a month.
package struct Usage: Hashable, Sendable {
  /// Which end of the ranges is meant.
  package enum Bound: String, Hashable, Sendable, CaseIterable {
    case low, expected, high
  }

  /// Objects by key; a number may be an object of `low`, `expected` and `high`.
  package var values: [String: Value]

  package init(_ values: [String: Value] = [:]) {
    self.values = values
  }

  /// Whether some number is a range.
  var isRange: Bool { values.values.contains(where: Self.hasRange) }

  /// An object with one number in the place of every range.
  func value(_ bound: Bound) -> Value { .object(values.mapValues { Self.pick($0, bound: bound) }) }

  private static let bounds = Set(Bound.allCases.map(\.rawValue))

  private static func range(_ value: Value) -> [String: Value]? {
    guard case .object(let members) = value, !members.isEmpty, members["expected"] != nil,
      members.keys.allSatisfy(bounds.contains)
    else { return nil }
    return members
  }

  private static func hasRange(_ value: Value) -> Bool {
    if range(value) != nil { return true }
    guard case .object(let members) = value else { return false }
    return members.values.contains(where: hasRange)
  }

  private static func pick(_ value: Value, bound: Bound) -> Value {
    if let range = range(value) { return range[bound.rawValue] ?? range["expected"] ?? .null }
    guard case .object(let members) = value else { return value }
    return .object(members.mapValues { pick($0, bound: bound) })
  }
}
