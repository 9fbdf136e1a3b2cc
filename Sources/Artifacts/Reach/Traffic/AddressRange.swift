import Basics

/// IPv4 addresses one after the other, both ends included.
package struct AddressRange: Hashable, Sendable {
  package let first: UInt32
  package let last: UInt32

  package static let everywhere = AddressRange(first: .min, last: .max)

  package init(first: UInt32, last: UInt32) {
    self.first = first
    self.last = max(first, last)
  }

  /// `10.0.0.0/8`, or a single address. Nil for what is neither, and for IPv6.
  package init?(block text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let start = parts.first, let address = Self.address(String(start)), parts.count <= 2 else {
      return nil
    }
    guard parts.count == 2 else {
      self.init(first: address, last: address)
      return
    }
    guard let length = UInt32(parts[1]), length <= 32 else { return nil }
    let mask: UInt32 = length == 0 ? 0 : UInt32.max << (32 - length)
    self.init(first: address & mask, last: address & mask | ~mask)
  }

  /// `10.0.0.0-10.255.255.255`, as `description` writes it.
  package init?(span text: String) {
    let ends = text.split(separator: "-").map { Self.address(String($0)) }
    guard ends.count == 2, let first = ends[0], let last = ends[1], first <= last else { return nil }
    self.init(first: first, last: last)
  }

  package func contains(_ other: AddressRange) -> Bool { first <= other.first && other.last <= last }
  package func overlaps(_ other: AddressRange) -> Bool { first <= other.last && other.first <= last }

  private static func address(_ text: String) -> UInt32? {
    let numbers = text.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    guard numbers.count == 4 else { return nil }
    var address: UInt32 = 0
    for number in numbers {
      guard let number else { return nil }
      address = address << 8 | UInt32(number)
    }
    return address
  }

  fileprivate static func text(_ address: UInt32) -> String {
    [24, 16, 8, 0].map { String(address >> UInt32($0) & 0xFF) }.joined(separator: ".")
  }
}

extension AddressRange: CustomStringConvertible {
  /// `10.0.0.0-10.255.255.255`.
  package var description: String { "\(Self.text(first))-\(Self.text(last))" }
}
