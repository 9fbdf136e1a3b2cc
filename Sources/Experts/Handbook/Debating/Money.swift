/// US dollars as reports write them: `$1,234.50`.
enum Money {
  static func text(_ amount: Double) -> String {
    let cents = Int((abs(amount) * 100).rounded())
    let whole = String(cents / 100)
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    let rest = cents % 100
    return "\(amount < 0 ? "-" : "")$\(grouped).\(rest < 10 ? "0" : "")\(rest)"
  }
}
