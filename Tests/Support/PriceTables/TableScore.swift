import Vocabulary

/// How well an estimate agrees with a table, with every difference by its cause.
package struct TableScore: Sendable {
  package enum Cause: String, Sendable, CaseIterable {
    /// Name, quantity and unit are the same, and the cost is within 1 % or a cent.
    case agrees
    case noResource = "resource not priced"
    case noName = "no component of that name"
    case quantity = "other quantity"
    case unit = "other unit"
    /// Name, quantity and unit are the same, the price is not.
    case price = "other price"
    /// We have a component that the table lacks.
    case invented
  }

  package var counts: [Cause: Int] = [:]
  package var totals = 0
  package var sameTotals = 0
  package var notes: [String] = []
  /// How many components of a resource type differ, by cause: what may be said of a half without looking at its rows.
  package var differences: [String: [Cause: Int]] = [:]

  package init() {}

  package var rows: Int { counts.filter { $0.key != .invented }.values.reduce(0, +) }
  /// By name, quantity and unit.
  package var agreeing: Int { sameCost + (counts[.price] ?? 0) }
  package var sameCost: Int { counts[.agrees] ?? 0 }
  package var share: Double { Double(agreeing) / Double(max(rows, 1)) }

  package mutating func add(_ other: TableScore) {
    counts.merge(other.counts, uniquingKeysWith: +)
    totals += other.totals
    sameTotals += other.sameTotals
    notes += other.notes
    differences.merge(other.differences) { $0.merging($1, uniquingKeysWith: +) }
  }

  package init(_ estimate: PriceEstimate, against table: PricedTable, named name: String) {
    var left = Dictionary(
      estimate.resources.map { ($0.address, $0.components) }, uniquingKeysWith: { first, _ in first })
    for row in table.rows {
      let cause = compare(row, &left)
      count(cause, at: row.address)
      if cause != .agrees, cause != .price { notes.append("\(name): \(cause.rawValue): \(Self.text(row))") }
    }
    for (address, components) in left.sorted(by: { $0.key < $1.key }) {
      for component in components {
        count(.invented, at: address)
        notes.append("\(name): invented: \(address): \(Self.text(component))")
      }
    }
    if let total = table.total {
      totals = 1
      if Self.isSame(total, estimate.monthly) {
        sameTotals = 1
      } else {
        notes.append("\(name): total \(estimate.monthly) instead of \(total)")
      }
    }
  }

  private mutating func compare(_ row: PricedTable.Row, _ left: inout [String: [PriceEstimate.Component]])
    -> Cause
  {
    guard var components = left[row.address], !components.isEmpty else { return .noResource }
    let named = components.indices.filter { components[$0].name == row.name }
    guard !named.isEmpty else { return .noName }
    let sameGroup = named.filter { (components[$0].group ?? "") == row.group }
    let candidates = sameGroup.isEmpty ? named : sameGroup
    let chosen = candidates.first { Self.isSameQuantity(row, components[$0]) } ?? candidates[0]
    let component = components.remove(at: chosen)
    left[row.address] = components
    guard Self.isSameQuantity(row, component) else {
      notes.append("    ours: \(Self.text(component))")
      return .quantity
    }
    guard component.unit == row.unit || row.unit.isEmpty else {
      notes.append("    ours: \(Self.text(component))")
      return .unit
    }
    let isSame =
      row.isUsage
      ? Self.isSame(row.unitPrice, component.unitPrice, slack: (row.unitPrice ?? 0) * 0.06)
      : Self.isSame(row.cost, component.monthly)
    if isSame { return .agrees }
    notes.append("price: \(Self.text(row)) — ours \(Self.text(component))")
    return .price
  }

  private mutating func count(_ cause: Cause, at address: String) {
    counts[cause, default: 0] += 1
    guard cause != .agrees else { return }
    let steps = address.split(separator: ".")
    let type = steps.first == "module" && steps.count > 2 ? steps[steps.count - 2] : steps.first ?? ""
    differences["\(type)", default: [:]][cause, default: 0] += 1
  }

  private static func isSameQuantity(_ row: PricedTable.Row, _ component: PriceEstimate.Component) -> Bool {
    guard let wanted = row.quantity, let ours = component.quantity else {
      return row.quantity == nil && component.quantity == nil
    }
    return abs(wanted - ours) <= max(0.00006, abs(wanted) * 0.00001)
  }

  private static func isSame(_ wanted: Double?, _ ours: Double?, slack: Double = 0.0051) -> Bool {
    guard let wanted, let ours else { return wanted == nil && ours == nil }
    return abs(wanted - ours) <= max(slack, abs(wanted) * 0.01)
  }

  private static func text(_ row: PricedTable.Row) -> String {
    "\(row.address): \(row.group): \(row.name) | \(row.quantity.map { "\($0)" } ?? "-") \(row.unit) "
      + "\(row.cost.map { "$\($0)" } ?? "") \(row.unitPrice.map { "at \($0)" } ?? "")"
  }

  private static func text(_ component: PriceEstimate.Component) -> String {
    "\(component.group ?? ""): \(component.name) | \(component.quantity.map { "\($0)" } ?? "-") \(component.unit) "
      + "\(component.monthly.map { "$\($0)" } ?? "") \(component.unitPrice.map { "at \($0)" } ?? "") \(component.reason ?? "")"
  }
}
