/// US dollars as people write them.
package enum Money {
  /// `$1,234.50`; a negative amount as `-$3.00`.
  package static func text(_ amount: Double) -> String {
    let cents = Int((abs(amount) * 100).rounded())
    var whole = String(cents / 100)
    var groups: [Substring] = []
    while whole.count > 3 {
      groups.insert(whole.suffix(3), at: 0)
      whole = String(whole.dropLast(3))
    }
    let fraction = String(cents % 100)
    let grouped = ([whole[...]] + groups).joined(separator: ",")
    return "\(amount < 0 && cents > 0 ? "-" : "")$\(grouped).\(fraction.count == 1 ? "0" : "")\(fraction)"
  }

  /// A number with a fixed count of decimals, 0 to 6.
  package static func decimal(_ number: Double, places: Int) -> String {
    let factor = (0..<places).reduce(1) { value, _ in value * 10 }
    let scaled = Int((abs(number) * Double(factor)).rounded())
    let sign = number < 0 && scaled > 0 ? "-" : ""
    guard places > 0 else { return "\(sign)\(scaled)" }
    let fraction = String(scaled % factor)
    return "\(sign)\(scaled / factor)." + String(repeating: "0", count: places - fraction.count) + fraction
  }
}
