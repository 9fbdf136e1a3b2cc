/// US dollars as people write them.
package enum Money {
  /// `$1,234.50`; a negative amount as `-$3.00`. What no one can pay is written with an exponent: `$1e+40`.
  package static func text(_ amount: Double) -> String {
    let sign = amount < 0 ? "-" : ""
    guard let cents = Int128(exactly: (abs(amount) * 100).rounded()) else {
      return amount.isFinite ? "\(sign)$\(abs(amount))" : "an amount that cannot be told"
    }
    var whole = String(cents / 100)
    var groups: [Substring] = []
    while whole.count > 3 {
      groups.insert(whole.suffix(3), at: 0)
      whole = String(whole.dropLast(3))
    }
    let fraction = String(cents % 100)
    let grouped = ([whole[...]] + groups).joined(separator: ",")
    return "\(cents > 0 ? sign : "")$\(grouped).\(fraction.count == 1 ? "0" : "")\(fraction)"
  }

  /// A number with a fixed count of decimals, 0 to 6. What has more than 30 digits is written with an exponent.
  package static func decimal(_ number: Double, places: Int) -> String {
    let factor = (0..<places).reduce(Int128(1)) { value, _ in value * 10 }
    guard let scaled = Int128(exactly: (abs(number) * Double(factor)).rounded()) else { return "\(number)" }
    let sign = number < 0 && scaled > 0 ? "-" : ""
    guard places > 0 else { return "\(sign)\(scaled)" }
    let fraction = String(scaled % factor)
    return "\(sign)\(scaled / factor)." + String(repeating: "0", count: places - fraction.count) + fraction
  }

  /// A share of one as whole percent: `93 %`.
  package static func percent(
    _ share: Double, rounding rule: FloatingPointRoundingRule = .toNearestOrAwayFromZero
  )
    -> String
  {
    "\(Int(saturating: (share * 100).rounded(rule))) %"
  }
}
