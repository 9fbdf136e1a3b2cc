import Basics
import Vocabulary

extension CostReport {
  /// The report as a tree in columns for a terminal.
  package var text: String {
    var rows: [[String]] = [["Name", "Monthly Qty", "Unit", "Monthly Cost"]]
    for resource in chargeable {
      rows.append([""])
      rows.append([resource.address + (Self.range(of: resource).map { " (\($0))" } ?? "")])
      rows += CostTree(resource.components).rows
      if resource.components.isEmpty { rows.append(["└─ not priced: \(resource.reason)"]) }
    }
    var lines = Self.columns(rows)
    lines += [
      "", " Total in a month: \(total)\(besides)", " \(coverage); prices of \(estimate.priceBookDate)",
    ]
    if !discounts.isEmpty {
      lines.append(" Below list, as agreed: \(discounts.map(\.description).joined(separator: "; "))")
    }
    if let factored { lines.append(" \(factored)") }
    let left = chargeable.filter { $0.status == .unpriced }
    if !left.isEmpty {
      lines += ["", " Not priced, and not in the total:"]
      lines += left.map { " ∙ \($0.address): \($0.reason)" }
    }
    if let difference, let before {
      lines += ["", " Before \(Money.text(before.monthly)), difference \(Self.signed(difference)):"]
      lines += changes.map { change in
        " \(Self.signed(change.difference))  \(change.address)  "
          + "(\(change.before.map(Money.text) ?? "not there") → \(change.after.map(Money.text) ?? "gone"))"
      }
    }
    lines += billText
    return lines.map { Self.trimmed($0) }.joined(separator: "\n") + "\n"
  }

  /// What the total does not have, because nobody said how much of it is used.
  private var besides: String {
    let open = chargeable.contains { resource in resource.components.contains { $0.status == .usage } }
    return open ? ", and what is paid for by use" : ""
  }

  /// What was billed beside what is estimated, the greatest difference first.
  private var billText: [String] {
    guard let bill else { return [] }
    func text(_ line: BillComparison.Line) -> [String] {
      [
        " \(line.name): estimated \(line.estimated.map(Money.text) ?? "nothing"), billed "
          + "\(line.billed.map(Money.text) ?? "nothing"), difference \(Self.signed(line.difference))"
      ] + line.reasons.map { "   ∙ \($0)" }
    }
    var lines = [
      "",
      " Bill of \(Money.decimal(bill.days, places: 0)) day(s), scaled to a month: \(Money.text(bill.billed)) for use, "
        + "\(Money.text(bill.others)) of taxes, credits and purchases",
      "", " By service:",
    ]
    lines += bill.services.flatMap(text) + ["", " By resource:"]
    let shown = bill.resources.prefix(50)
    lines += shown.flatMap(text)
    if bill.resources.count > shown.count {
      lines.append(" … and \(bill.resources.count - shown.count) more; --format json has all")
    }
    return lines
  }

  /// Of which services prices are another region's times a factor; nil where none is.
  var factored: String? {
    let services = Set(estimate.resources.flatMap { $0.byFactor ?? [] }).sorted()
    return services.isEmpty
      ? nil
      : "Of \(services.joined(separator: ", ")) no price of the region is known: another region's, times a factor"
  }

  /// What a resource may cost where its usage is a range: `low $0.60, expected $2.40, high $24.00`.
  static func range(of resource: PriceEstimate.Resource) -> String? {
    guard let low = resource.low, let high = resource.high, low != high else { return nil }
    let expected = resource.monthly.map { ", expected \(Money.text($0))" } ?? ""
    return "low \(Money.text(low))\(expected), high \(Money.text(high))"
  }

  /// One amount, or what it may be between where usage is a range.
  var total: String {
    // A sum without its unknown parts is no price.
    let least = estimate.unpriced.isEmpty ? "" : "at least "
    guard estimate.low != estimate.high else { return least + Money.text(estimate.monthly) }
    return
      "\(least)\(Money.text(estimate.monthly)) (between \(Money.text(estimate.low)) and \(Money.text(estimate.high)))"
  }

  /// `+$3.00` or `-$3.00`.
  static func signed(_ amount: Double) -> String {
    amount > 0 ? "+\(Money.text(amount))" : Money.text(amount)
  }

  private static func columns(_ rows: [[String]]) -> [String] {
    let full = rows.filter { $0.count > 2 }
    let widths = (0..<4).map { column in full.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0 }
    return rows.map { row in
      guard row.count > 1 else { return " \(row[0])" }
      if row.count == 2 { return " \(padded(row[0], width: widths[0]))  \(row[1])" }
      let number = String(repeating: " ", count: max(0, widths[1] - row[1].count)) + row[1]
      let cost = String(repeating: " ", count: max(0, widths[3] - row[3].count)) + row[3]
      return " \(padded(row[0], width: widths[0]))  \(number)  \(padded(row[2], width: widths[2]))  \(cost)"
    }
  }

  private static func padded(_ text: String, width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func trimmed(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line = line.dropLast() }
    return String(line)
  }
}
