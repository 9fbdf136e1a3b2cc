import Basics

/// An address of IPv4 or IPv6.
package struct CELAddress: Hashable, Sendable {
  let isSix: Bool
  let bits: UInt128

  init(isSix: Bool, bits: UInt128) {
    self.isSix = isSix
    self.bits = bits
  }

  /// As Kubernetes takes it: no zone, no leading zeros, no IPv4 inside of IPv6.
  init?(_ text: String) {
    if text.contains(":") {
      guard let bits = Self.six(text) else { return nil }
      self.init(isSix: true, bits: bits)
    } else {
      guard let bits = Self.four(text) else { return nil }
      self.init(isSix: false, bits: bits)
    }
  }

  private static func four(_ text: String) -> UInt128? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var bits: UInt128 = 0
    for part in parts {
      guard let number = UInt8(part), String(number) == part else { return nil }
      bits = bits << 8 | UInt128(number)
    }
    return bits
  }

  private static func six(_ text: String) -> UInt128? {
    guard !text.contains(".") else { return nil }
    let halves = text.components(around: "::")
    guard halves.count <= 2 else { return nil }
    var groups: [[UInt16]] = []
    for half in halves {
      var numbers: [UInt16] = []
      for part in half.isEmpty ? [] : half.split(separator: ":", omittingEmptySubsequences: false) {
        guard part.count <= 4, let number = UInt16(part, radix: 16) else { return nil }
        numbers.append(number)
      }
      groups.append(numbers)
    }
    let count = groups.reduce(0) { $0 + $1.count }
    guard halves.count == 2 ? count < 8 : count == 8 else { return nil }
    let zeros = [UInt16](repeating: 0, count: 8 - count)
    let all = groups[0] + zeros + (groups.count == 2 ? groups[1] : [])
    return all.reduce(0) { $0 << 16 | UInt128($1) }
  }

  var length: Int { isSix ? 128 : 32 }

  /// The address with all but the first bits cleared.
  func masked(_ prefix: Int) -> CELAddress {
    let rest = length - prefix
    guard rest > 0 else { return self }
    return CELAddress(isSix: isSix, bits: rest >= 128 ? 0 : (bits >> UInt128(rest)) << UInt128(rest))
  }

  private func isWithin(_ block: String) -> Bool {
    let parts = block.split(separator: "/").map(String.init)
    guard let address = CELAddress(parts[0]), let prefix = Int(parts[1]), address.isSix == isSix else {
      return false
    }
    return masked(prefix) == address
  }

  var isUnspecified: Bool { bits == 0 }
  var isLoopback: Bool { isSix ? bits == 1 : isWithin("127.0.0.0/8") }
  var isLinkLocalMulticast: Bool {
    isSix ? bits >> 112 & 0xFF0F == 0xFF02 : isWithin("224.0.0.0/24")
  }
  var isLinkLocalUnicast: Bool { isWithin(isSix ? "fe80::/10" : "169.254.0.0/16") }
  var isGlobalUnicast: Bool {
    let isMulticast = isWithin(isSix ? "ff00::/8" : "224.0.0.0/4")
    return
      !(isUnspecified || isLoopback || isMulticast || isLinkLocalUnicast || !isSix && bits == 0xFFFF_FFFF)
  }
}

extension CELAddress: CustomStringConvertible {
  /// In the canonical form of RFC 5952.
  package var description: String {
    guard isSix else {
      return [24, 16, 8, 0].map { String(bits >> UInt128($0) & 0xFF) }.joined(separator: ".")
    }
    let groups = (0..<8).map { UInt16(truncatingIfNeeded: bits >> UInt128(112 - 16 * $0)) }
    var best = 0..<0
    var start = 0
    while start < 8 {
      var end = start
      while end < 8, groups[end] == 0 { end += 1 }
      if end - start > best.count, end - start > 1 { best = start..<end }
      start = max(end, start + 1)
    }
    func text(_ part: ArraySlice<UInt16>) -> String {
      part.map { String($0, radix: 16) }.joined(separator: ":")
    }
    return best.isEmpty
      ? text(groups[...]) : "\(text(groups[..<best.lowerBound]))::\(text(groups[best.upperBound...]))"
  }
}

extension String {
  /// The parts between each place of a mark.
  fileprivate func components(around mark: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: mark) {
      parts.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return parts + [rest]
  }
}
