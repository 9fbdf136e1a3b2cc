/// One line of a bill, by the names of FOCUS 1.0.
struct FocusLine {
  let cells: [String]
  let columns: [String: Int]

  /// The text of a column; nil where it is not there, empty or `NULL`.
  func text(_ column: String) -> String? {
    guard let index = columns[column], cells.indices.contains(index) else { return nil }
    let text = cells[index]
    return text.isEmpty || text.uppercased() == "NULL" ? nil : text
  }

  func number(_ column: String) -> Double { text(column).flatMap { Double($0) } ?? 0 }

  /// Hours since 1970 at which the charge begins.
  var hour: Int? {
    guard let text = text("ChargePeriodStart"), let day = CalendarDay(text) else { return nil }
    let hour = text.utf8.count >= 13 ? Int(text.dropFirst(11).prefix(2)) ?? 0 : 0
    return day.daysSince1970 * 24 + hour
  }

  /// Columns without which nothing can be told.
  static let required = ["BilledCost", "EffectiveCost", "ChargePeriodStart", "ServiceName", "ChargeCategory"]
}
