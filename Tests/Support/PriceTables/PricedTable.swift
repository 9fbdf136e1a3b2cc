/// A table of costs as an estimator for Terraform prints it: resources, their components, and the total.
package struct PricedTable: Sendable {
  package struct Row: Hashable, Sendable {
    package var address: String
    /// The headings between the resource and the row: `Standard`.
    package var group: String
    package var name: String
    /// Nil where the cost depends on use.
    package var quantity: Double?
    package var unit: String
    /// Of a month; nil where it depends on use or no price was found.
    package var cost: Double?
    package var unitPrice: Double?
    package var isUsage: Bool
  }

  package var rows: [Row] = []
  package var total: Double?

  package init(_ text: String) {
    var address = ""
    var groups: [String] = []
    for line in text.split(separator: "\n") {
      if line.contains("OVERALL TOTAL") {
        total = line.split(separator: " ").compactMap { Self.number(String($0)) }.last
        break
      }
      guard let branch = line.firstIndex(where: { $0 == "├" || $0 == "└" }) else {
        let words = line.split(separator: " ")
        if line.hasPrefix(" "), let name = words.first, name.contains("."), words.count == 1 {
          address = String(name)
        } else if line.hasPrefix(" "), line.contains("[") {
          address = Self.trimmed(line)
        }
        continue
      }
      let depth = (line.distance(from: line.startIndex, to: branch) - 1) / 3
      groups = Array(groups.prefix(depth))
      let parts = Self.columns(line[branch...].dropFirst(3))
      guard let name = parts.first else { continue }
      guard parts.count > 1 else {
        groups.append(name)
        continue
      }
      rows.append(
        Self.row(address, groups.joined(separator: " / "), name, Array(parts.dropFirst())))
    }
  }

  private static func row(_ address: String, _ group: String, _ name: String, _ cells: [String]) -> Row {
    let usage = "Monthly cost depends on usage: "
    if let text = cells.first(where: { $0.hasPrefix(usage) }) {
      let words = text.dropFirst(usage.count).split(separator: " ")
      let unit = words.drop { $0 != "per" }.dropFirst().joined(separator: " ")
      return Row(
        address: address, group: group, name: name, unit: unit,
        unitPrice: words.first.flatMap { number("\($0)") },
        isUsage: true)
    }
    let unit = cells.count > 1 ? cells[1] : ""
    return Row(
      address: address, group: group, name: name, quantity: number(cells[0]), unit: unit,
      cost: cells.dropFirst(2).lazy.compactMap(number).first, isUsage: false)
  }

  /// What stands at least two blanks apart.
  private static func columns(_ text: Substring) -> [String] {
    var columns: [String] = []
    var current = ""
    var blanks = 0
    for character in text {
      if character == " " {
        blanks += 1
        continue
      }
      if blanks > 1, !current.isEmpty {
        columns.append(current)
        current = ""
      } else if blanks == 1, !current.isEmpty {
        current.append(" ")
      }
      blanks = 0
      current.append(character)
    }
    return current.isEmpty ? columns : columns + [current]
  }

  private static func number(_ text: String) -> Double? {
    Double(text.filter { $0 != "," && $0 != "$" })
  }

  private static func trimmed(_ line: Substring) -> String {
    String(line.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
