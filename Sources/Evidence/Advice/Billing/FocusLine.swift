import Basics

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

  /// The number of a column; 0 where the cell is empty. `fault` says which of them is no number.
  func number(_ column: String) -> Double { text(column).flatMap { Double(finite: $0) } ?? 0 }

  /// Why the line cannot be counted; nil where it can.
  var fault: String? {
    if hour == nil { return "ChargePeriodStart is not a time, such as 2026-11-23T00:00:00Z." }
    for column in Self.numbers {
      if let text = text(column), Double(finite: text) == nil {
        return "\(column) is not a number: '\(text.prefix(40))'."
      }
    }
    return nil
  }

  private static let numbers = [
    "BilledCost", "EffectiveCost", "ListCost", "ListUnitPrice", "ConsumedQuantity",
  ]

  /// Hours since 1970 at which the charge begins.
  var hour: Int? {
    guard let text = text("ChargePeriodStart"), let day = CalendarDay(text) else { return nil }
    let hour = text.utf8.count >= 13 ? Int(text.dropFirst(11).prefix(2)) ?? 0 : 0
    return day.daysSince1970 * 24 + hour
  }

  /// Columns without which nothing can be told.
  static let required = ["BilledCost", "EffectiveCost", "ChargePeriodStart", "ServiceName", "ChargeCategory"]
}
