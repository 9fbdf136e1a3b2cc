import Basics
import Vocabulary

/// What `consilium cost` says of one input, and of the difference to another one.
package struct CostReport: Sendable {
  /// What was priced, as the person named it.
  package var path: String
  package var estimate: PriceEstimate
  /// What the difference is taken to; nil for none.
  package var before: PriceEstimate?
  /// The estimate beside what was billed; nil where no bill was given.
  package var bill: BillComparison?
  /// What was agreed off list prices, as far as it was heeded.
  package var discounts: [PriceDiscount]
  /// What is wrong with the input or its usage file.
  package var faults: [Diagnostic]

  package init(
    path: String, estimate: PriceEstimate, before: PriceEstimate? = nil, bill: BillComparison? = nil,
    discounts: [PriceDiscount] = [],
    faults: [Diagnostic] = []
  ) {
    self.path = path
    self.estimate = estimate
    self.before = before
    self.bill = bill
    self.discounts = discounts
    self.faults = faults
  }

  /// One resource whose cost is not the same in both.
  struct Change {
    var address: String
    /// Nil where it is not there, or has no price.
    var before: Double?
    var after: Double?
    var difference: Double { (after ?? 0) - (before ?? 0) }
  }

  /// Everything that costs more or less, is new or gone, the greatest difference first.
  var changes: [Change] {
    guard let before else { return [] }
    func priced(_ estimate: PriceEstimate) -> [String: Double] {
      Dictionary(estimate.resources.compactMap { one in one.monthly.map { (one.address, $0) } }) { first, _ in
        first
      }
    }
    let (old, new) = (priced(before), priced(estimate))
    return Set(old.keys).union(new.keys).map { Change(address: $0, before: old[$0], after: new[$0]) }
      .filter { abs($0.difference) >= 0.005 || ($0.before == nil) != ($0.after == nil) }
      .sorted { left, right in
        let (a, b) = (abs(left.difference), abs(right.difference))
        return a == b ? left.address < right.address : a > b
      }
  }

  var difference: Double? { before.map { estimate.monthly - $0.monthly } }

  /// What may cost something.
  var chargeable: [PriceEstimate.Resource] { estimate.resources.filter { $0.status != .free } }

  /// `12 of 14 resources priced (86 %)`, with what is free and what depends on use.
  var coverage: String {
    let all = chargeable
    guard !all.isEmpty else { return "nothing here costs anything by itself" }
    let known = all.count { $0.status == .priced }
    let share = Int(saturating: (Double(known) / Double(all.count) * 100).rounded(.down))
    var text = "\(known) of \(all.count) resources priced (\(share) %)"
    let usage = all.count { $0.status == .usage }
    if usage > 0 { text += ", \(usage) that cost by use alone" }
    let free = estimate.resources.count - all.count
    if free > 0 { text += ", \(free) free" }
    return text
  }

  /// - Parameter least: the share of resources that has to be priced, 0 to 1.
  package func exitStatus(least: Double) -> ExitStatus {
    if faults.contains(where: { $0.level == .error }) { return .error }
    if !chargeable.isEmpty, estimate.coverage == 0 || estimate.coverage < least { return .undecided }
    // Modules and files that were not read may cost anything.
    if chargeable.contains(where: { $0.status == .unpriced && ["module", "file"].contains($0.type) }) {
      return .undecided
    }
    return .done
  }
}
