import Basics

/// Sums, differences, products and remainders of short decimal numbers as one learns them in school: `0.1 + 0.2` is 0.3.
/// The real tools calculate with far more digits than a `Double` has and so never show the difference.
struct DecimalArithmetic {
  private let left: Int
  private let right: Int
  /// Both are whole numbers of this part of one.
  private let scale: Int

  /// Nil when the numbers have too many digits to be exact.
  init?(_ left: Double, right: Double) {
    let digits = max(Self.digits(left), Self.digits(right))
    guard digits <= 6 else { return nil }
    let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
    let (a, b) = ((left * Double(scale)).rounded(), (right * Double(scale)).rounded())
    let limit = Double(1 << 50)
    guard abs(a) < limit, abs(b) < limit else { return nil }
    self.left = Int(saturating: a)
    self.right = Int(saturating: b)
    self.scale = scale
  }

  /// How many digits the shortest text of a number has behind the point; many for one with an exponent.
  private static func digits(_ number: Double) -> Int {
    let text = number.description
    if text.contains("e") || !number.isFinite { return .max }
    guard let point = text.firstIndex(of: "."), !text.hasSuffix(".0") else { return 0 }
    return text.distance(from: point, to: text.endIndex) - 1
  }

  var sum: Double { Double(left + right) / Double(scale) }
  var difference: Double { Double(left - right) / Double(scale) }

  /// Nil where it does not fit.
  var product: Double? {
    let (product, overflows) = left.multipliedReportingOverflow(by: right)
    return overflows || abs(product) >= 1 << 53 ? nil : Double(product) / Double(scale * scale)
  }

  /// With the sign of the left number; nil for a divisor of zero.
  var remainder: Double? { right == 0 ? nil : Double(left % right) / Double(scale) }
}
