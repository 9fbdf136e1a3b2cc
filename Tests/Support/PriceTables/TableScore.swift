import Vocabulary

/// How well an estimate agrees with a table, with every difference by its cause.
package struct TableScore: Sendable {
  package enum Cause: String, Sendable, CaseIterable {
    /// Name, quantity and unit are the same.
    case agrees
    case noResource = "resource not priced"
    case noName = "no component of that name"
    case quantity = "other quantity"
    case unit = "other unit"
    /// We have a component that the table lacks.
    case invented
  }

  package var counts: [Cause: Int] = [:]
  /// Of those that agree, how many cost the same within 1 % or a cent.
  package var sameCost = 0
  package var totals = 0
  package var sameTotals = 0
  package var notes: [String] = []

  package init() {}

  package var rows: Int { counts.filter { $0.key != .invented }.values.reduce(0, +) }
  package var agreeing: Int { counts[.agrees] ?? 0 }
  package var share: Double { Double(agreeing) / Double(max(rows, 1)) }

  package mutating func add(_ other: TableScore) {
    counts.merge(other.counts, uniquingKeysWith: +)
    sameCost += other.sameCost
    totals += other.totals
    sameTotals += other.sameTotals
    notes += other.notes
  }

  package init(_ estimate: PriceEstimate, against table: PricedTable, named name: String) {
    var left = Dictionary(
      estimate.resources.map { ($0.address, $0.components) }, uniquingKeysWith: { first, _ in first })
    for row in table.rows {
      let cause = compare(row, &left)
      counts[cause, default: 0] += 1
      if cause != .agrees { notes.append("\(name): \(cause.rawValue): \(Self.text(row))") }
    }
    for (address, components) in left.sorted(by: { $0.key < $1.key }) {
      for component in components {
        counts[.invented, default: 0] += 1
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
    if isSame {
      sameCost += 1
    } else {
      notes.append("price: \(Self.text(row)) — ours \(Self.text(component))")
    }
    return .agrees
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
