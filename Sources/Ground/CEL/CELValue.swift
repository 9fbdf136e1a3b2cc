import Basics

/// A value of the Common Expression Language.
package indirect enum CELValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  case string(String)
  case bytes([UInt8])
  case list([CELValue])
  case map([CELValue: CELValue])
  /// In nanoseconds.
  case duration(Int64)
  /// Nanoseconds since 1970, UTC.
  case timestamp(Int64)
  case type(String)
  case optional(CELValue?)
  case quantity(CELQuantity)
  case address(CELAddress)
  /// A block of addresses and the length of its prefix.
  case block(CELAddress, prefix: Int)
  case url(CELURL)
  /// A named format, whose `validate` says what is wrong with a text.
  case format(String)

  /// A JSON document; its numbers are whole numbers where they can be.
  package init(_ json: JSONValue) {
    switch json {
    case .null: self = .null
    case .bool(let flag): self = .bool(flag)
    case .integer(let number): self = .int(Int64(number))
    case .number(let number): self = .double(number)
    case .string(let text): self = .string(text)
    case .array(let elements): self = .list(elements.map { CELValue($0) })
    case .object(let members):
      self = .map(
        Dictionary(
          members.map { (.string($0.key), CELValue($0.value)) }, uniquingKeysWith: { first, _ in first }))
    }
  }

  /// As `type()` names it.
  var typeName: String {
    switch self {
    case .null: "null_type"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .list: "list"
    case .map: "map"
    case .duration: "google.protobuf.Duration"
    case .timestamp: "google.protobuf.Timestamp"
    case .type: "type"
    case .optional: "optional_type"
    case .quantity: "kubernetes.Quantity"
    case .address: "net.IP"
    case .block: "net.CIDR"
    case .url: "kubernetes.URL"
    case .format: "kubernetes.NamedFormat"
    }
  }

  /// The key as maps keep it: a number that can be a whole one is one.
  var key: CELValue {
    switch self {
    case .uint(let number): Int64(exactly: number).map { .int($0) } ?? self
    case .double(let number): Int64(exactly: number).map { .int($0) } ?? self
    default: self
    }
  }

  /// Numbers are equal across their types; values of other types that differ are not equal.
  func equals(_ other: CELValue) -> Bool {
    switch (self, other) {
    case (.int, .int), (.uint, .uint): return self == other
    case (.double(let left), .double(let right)): return left == right
    case (.int, .uint), (.int, .double), (.uint, .int), (.uint, .double), (.double, .int), (.double, .uint):
      // What has no order, NaN, is equal to nothing.
      return (try? order(other)) == 0
    case (.list(let left), .list(let right)):
      return left.count == right.count && zip(left, right).allSatisfy { $0.equals($1) }
    case (.map(let left), .map(let right)):
      return left.count == right.count
        && left.allSatisfy { key, value in right[key].map(value.equals) ?? false }
    case (.quantity(let left), .quantity(let right)): return left.order(right) == 0
    case (.optional(let left?), .optional(let right?)): return left.equals(right)
    default: return self == other
    }
  }

  /// Below, at or above zero.
  /// - Throws: for values that have no order.
  func order(_ other: CELValue) throws(CELError) -> Int {
    func compare<Number: Comparable>(_ left: Number, with right: Number) -> Int {
      left < right ? -1 : left > right ? 1 : 0
    }
    switch (self, other) {
    case (.int(let left), .int(let right)): return compare(left, with: right)
    case (.uint(let left), .uint(let right)): return compare(left, with: right)
    case (.int(let left), .uint(let right)):
      return left < 0 ? -1 : compare(UInt64(left.magnitude), with: right)
    case (.uint(let left), .int(let right)):
      return right < 0 ? 1 : compare(left, with: UInt64(right.magnitude))
    case (.double(let left), .double(let right)):
      guard !left.isNaN, !right.isNaN else { throw CELError(.evaluation, detail: "NaN has no order") }
      return compare(left, with: right)
    case (.double(let left), .int(let right)): return compare(left, with: Double(right))
    case (.int(let left), .double(let right)): return compare(Double(left), with: right)
    case (.double(let left), .uint(let right)): return compare(left, with: Double(right))
    case (.uint(let left), .double(let right)): return compare(Double(left), with: right)
    case (.string(let left), .string(let right)):
      let (left, right) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
      return left.lexicographicallyPrecedes(right) ? -1 : left == right ? 0 : 1
    case (.bytes(let left), .bytes(let right)):
      return left.lexicographicallyPrecedes(right) ? -1 : left == right ? 0 : 1
    case (.bool(let left), .bool(let right)): return left == right ? 0 : left ? 1 : -1
    case (.duration(let left), .duration(let right)): return compare(left, with: right)
    case (.timestamp(let left), .timestamp(let right)): return compare(left, with: right)
    default: throw .noOverload("<")
    }
  }
}
