import Basics
import Glibc

/// Numbers of a cost report as people read them.
enum CostFigures {
  /// `1,460`, `34.2466`: at most four decimals.
  static func quantity(_ amount: Double) -> String {
    guard amount.isFinite, abs(amount) < 1e14 else { return "\(amount)" }
    let text = Money.decimal(amount, places: 4)
    let parts = text.split(separator: ".")
    var fraction = parts.count > 1 ? parts[1] : ""
    while fraction.last == "0" { fraction = fraction.dropLast() }
    let whole = Money.text(abs(amount).rounded(.towardZero)).dropFirst().dropLast(3)
    return (amount < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : ".\(fraction)")
  }

  /// `$0.05`, `$0.225`, `$0.00001667`: two decimals, and as many more as four digits of the price take, however small it is.
  static func price(_ amount: Double) -> String {
    guard amount.isFinite, amount != 0, abs(amount) < 1 else { return Money.text(amount) }
    let leading = Int(exactly: log10(abs(amount)).rounded(.down)) ?? 0
    var digits = Substring(Money.decimal(amount, places: min(20, 3 - leading)))
    while digits.last == "0", digits.suffix(3).first != "." { digits = digits.dropLast() }
    return amount < 0 ? "-$\(digits.dropFirst())" : "$\(digits)"
  }
}
