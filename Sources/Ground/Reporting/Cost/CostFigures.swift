import Basics

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

  /// `$0.05`; small prices keep the digits that matter.
  static func price(_ amount: Double) -> String {
    if amount >= 0.1 || amount == 0 { return Money.text(amount) }
    var text = JSONValue.number((amount * 1e10).rounded() / 1e10).compact
    if text.contains("e") { text = Money.decimal(amount, places: 6) }
    return "$\(text)"
  }
}
