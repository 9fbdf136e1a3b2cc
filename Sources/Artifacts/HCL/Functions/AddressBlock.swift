import Basics

/// A range of IPv4 or IPv6 addresses in CIDR notation.
package struct AddressBlock: Hashable, Sendable, CustomStringConvertible {
  /// The lowest address.
  package let start: UInt128
  package let prefix: Int
  /// 32 or 128.
  package let bits: Int

  /// Reads `10.0.0.0/16` or `fd00::/8`; nil for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let prefix = Int(parts[1]) else { return nil }
    let isSix = parts[0].contains(":")
    bits = isSix ? 128 : 32
    guard (0...bits).contains(prefix), let address = isSix ? Self.six(parts[0]) : Self.four(parts[0]) else {
      return nil
    }
    self.prefix = prefix
    start = address & Self.mask(prefix, bits: bits)
  }

  private init(start: UInt128, prefix: Int, bits: Int) {
    self.start = start
    self.prefix = prefix
    self.bits = bits
  }

  package var description: String { "\(Self.text(of: start, bits: bits))/\(prefix)" }

  var mask: UInt128 { Self.mask(prefix, bits: bits) }

  /// How many addresses, less one.
  private var span: UInt128 { Self.mask(bits, bits: bits) & ~mask }

  /// Whether all addresses of the other block are in this one.
  package func contains(_ other: AddressBlock) -> Bool {
    bits == other.bits && prefix <= other.prefix && other.start & mask == start
  }

  /// Whether the blocks have an address in common.
  package func overlaps(_ other: AddressBlock) -> Bool { contains(other) || other.contains(self) }

  /// The block of the same size behind it; nil behind the last address there is.
  package var next: AddressBlock? {
    let last = Self.mask(bits, bits: bits)
    guard last - start > span else { return nil }
    return AddressBlock(start: start + span + 1, prefix: prefix, bits: bits)
  }

  /// The address of that number, negative ones counted from the end.
  func host(_ number: Int) -> String? {
    let magnitude = UInt128(number.magnitude)
    if number < 0 {
      guard magnitude - 1 <= span else { return nil }
      return Self.text(of: start + span - (magnitude - 1), bits: bits)
    }
    return magnitude <= span ? Self.text(of: start + magnitude, bits: bits) : nil
  }

  func subnet(addingBits more: Int, number: Int) -> AddressBlock? {
    guard number >= 0, (0...bits - prefix).contains(more) else { return nil }
    guard more >= 63 || number < 1 << more else { return nil }
    let length = prefix + more
    let shifted = length == 0 ? 0 : UInt128(number) << UInt128(bits - length)
    return AddressBlock(start: start + shifted, prefix: length, bits: bits)
  }

  /// Consecutive subnets of the given sizes, each at the next place it can start; nil when they do not fit.
  func subnets(addingBits sizes: [Int]) -> [AddressBlock]? {
    var result: [AddressBlock] = []
    var next = start
    for more in sizes {
      guard more > 0, more <= bits - prefix else { return nil }
      let length = prefix + more
      let size = (Self.mask(bits, bits: bits) & ~Self.mask(length, bits: bits))
      let aligned = next & size == 0 ? next : (next | size) &+ 1
      let end = aligned.addingReportingOverflow(size)
      guard !end.overflow, aligned >= start, end.partialValue <= start + span else { return nil }
      result.append(AddressBlock(start: aligned, prefix: length, bits: bits))
      next = end.partialValue &+ 1
    }
    return result
  }

  private static func mask(_ prefix: Int, bits: Int) -> UInt128 {
    let all = bits == 128 ? UInt128.max : (1 << 32) - 1
    return prefix == 0 ? 0 : (all << UInt128(bits - prefix)) & all
  }

  private static func four(_ text: Substring) -> UInt128? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let bytes = parts.compactMap { $0.count > 1 && $0.hasPrefix("0") ? nil : UInt8($0) }
    guard parts.count == 4, bytes.count == 4 else { return nil }
    return bytes.reduce(0) { $0 << 8 | UInt128($1) }
  }

  private static func six(_ text: Substring) -> UInt128? {
    let halves = text.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
    let groups = halves.map { $0.split(separator: ":").map { $0.count <= 4 ? UInt16($0, radix: 16) : nil } }
    let known = groups.flatMap { $0 }.compactMap { $0 }
    guard known.count == groups.reduce(0, { $0 + $1.count }),
      halves.count == 2 ? known.count < 8 : known.count == 8
    else { return nil }
    let zeros = [UInt16](repeating: 0, count: 8 - known.count)
    let all = groups[0].compactMap { $0 } + zeros + (groups.count == 2 ? groups[1].compactMap { $0 } : [])
    return all.reduce(0) { $0 << 16 | UInt128($1) }
  }

  static func text(of address: UInt128, bits: Int) -> String {
    if bits == 32 {
      return (0..<4).map { String(UInt8(truncatingIfNeeded: address >> UInt128(24 - 8 * $0))) }.joined(
        separator: ".")
    }
    let groups = (0..<8).map { UInt16(truncatingIfNeeded: address >> UInt128(112 - 16 * $0)) }
    var best = 0..<0
    var run = 0
    for (index, group) in groups.enumerated() {
      run = group == 0 ? run + 1 : 0
      if run > max(best.count, 1) { best = index + 1 - run..<index + 1 }
    }
    let hex = groups.map { String($0, radix: 16) }
    if best.isEmpty { return hex.joined(separator: ":") }
    return hex[..<best.lowerBound].joined(separator: ":") + "::"
      + hex[best.upperBound...].joined(separator: ":")
  }
}
