import Basics

/// An amount as Kubernetes writes it: a decimal number times a power of ten or two.
package struct CELQuantity: Hashable, Sendable {
  /// In billionths, which is the finest that Kubernetes keeps.
  let nanos: Int128

  init(nanos: Int128) { self.nanos = nanos }

  init?(_ text: String) {
    var rest = text[...]
    let isNegative = rest.first == "-"
    if let sign = rest.first, sign == "-" || sign == "+" { rest = rest.dropFirst() }
    let digits = rest.prefix { ("0"..."9").contains($0) || $0 == "." }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard digits.contains(where: { $0 != "." }), parts.count <= 2, digits.count <= 24,
      let factor = Self.factor(rest.dropFirst(digits.count))
    else { return nil }
    guard let whole = Int128(parts[0].isEmpty ? "0" : String(parts[0])) else { return nil }
    let fraction = parts.count == 2 ? String(parts[1].prefix(9)) : ""
    guard let part = Int128(fraction.padding(9)) else { return nil }
    let (units, overflows) = whole.multipliedReportingOverflow(by: Self.billion)
    let (sum, more) = units.addingReportingOverflow(part)
    let (scaled, last) = sum.multipliedReportingOverflow(by: factor.times)
    guard !overflows, !more, !last else { return nil }
    // What is finer than a billionth is rounded up, as Kubernetes does.
    let (value, remainder) = scaled.quotientAndRemainder(dividingBy: factor.over)
    let rounded = remainder == 0 ? value : value + 1
    nanos = isNegative ? -rounded : rounded
  }

  private static let billion: Int128 = 1_000_000_000

  private static func factor(_ suffix: Substring) -> (times: Int128, over: Int128)? {
    if suffix.isEmpty { return (1, 1) }
    let binary = ["Ki": 10, "Mi": 20, "Gi": 30, "Ti": 40, "Pi": 50, "Ei": 60]
    if let shift = binary[String(suffix)] { return (Int128(1) << Int128(shift), 1) }
    let decimal = ["n": -9, "u": -6, "m": -3, "k": 3, "M": 6, "G": 9, "T": 12, "P": 15, "E": 18]
    var exponent = decimal[String(suffix)]
    if exponent == nil, let mark = suffix.first, mark == "e" || mark == "E" {
      exponent = Int(suffix.dropFirst())
    }
    guard let exponent, (-18...18).contains(exponent) else { return nil }
    var power: Int128 = 1
    for _ in 0..<exponent.magnitude { power *= 10 }
    return exponent < 0 ? (1, power) : (power, 1)
  }

  func order(_ other: CELQuantity) -> Int { nanos < other.nanos ? -1 : nanos > other.nanos ? 1 : 0 }

  /// Nil where it is no whole number that fits.
  var whole: Int64? {
    let (value, remainder) = nanos.quotientAndRemainder(dividingBy: Self.billion)
    return remainder == 0 ? Int64(exactly: value) : nil
  }

  var approximate: Double { Double(nanos) / 1e9 }

  static func units(_ number: Int64) -> CELQuantity { CELQuantity(nanos: Int128(number) * billion) }
}

extension String {
  /// With zeros behind up to a length.
  fileprivate func padding(_ length: Int) -> String {
    self + String(repeating: "0", count: Swift.max(0, length - count))
  }
}
