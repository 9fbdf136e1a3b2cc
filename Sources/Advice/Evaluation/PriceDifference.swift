import Basics
import HCL
import Vocabulary

/// What a change does to the price of some resources.
struct PriceDifference: Sendable {
  private let before: PriceEstimate
  private let after: PriceEstimate

  init(before: PriceEstimate, after: PriceEstimate) {
    self.before = before
    self.after = after
  }

  /// Resources whose price is different afterwards, with both prices.
  var changed: [(address: String, before: PriceEstimate.Resource?, after: PriceEstimate.Resource?)] {
    let old = Dictionary(before.resources.map { ($0.address, $0) }) { first, _ in first }
    let new = Dictionary(after.resources.map { ($0.address, $0) }) { first, _ in first }
    return Set(old.keys).union(new.keys).sorted().compactMap { address in
      old[address] == new[address] ? nil : (address, old[address], new[address])
    }
  }

  /// The first resource that has no price before or after, so that the difference is not known.
  var unpriced: String? {
    changed.first { $0.before?.status == .unpriced || $0.after?.status == .unpriced }?.address
  }

  /// Dollars a month that are saved: of each resource the part that earlier advice left.
  func saving(share: (String) -> Double) -> Double {
    changed.reduce(0) { sum, change in
      sum + ((change.before?.monthly ?? 0) - (change.after?.monthly ?? 0)) * share(change.address)
    }
  }

  /// The arithmetic, component by component: `Storage: 100 GB-month × $0.1 = $10.00, then 100 × $0.08 = $8.00`.
  func formula(share: (String) -> Double) -> String {
    var parts: [String] = []
    for change in changed {
      let old = (change.before?.components ?? []).filter { $0.monthly != nil }
      let new = (change.after?.components ?? []).filter { $0.monthly != nil }
      let left = share(change.address)
      let factor = left < 1 ? " × \(Money.decimal(left, places: 4)) that is left of it" : ""
      for component in old {
        let then = new.first { $0.name == component.name }
        guard then != component else { continue }
        parts.append(
          "\(component.name): \(Self.text(component)), then \(then.map(Self.text) ?? "$0.00")\(factor)")
      }
      for component in new where !old.contains(where: { $0.name == component.name }) {
        parts.append("\(component.name): \(Self.text(component)) is new\(factor)")
      }
    }
    let counted = Dictionary(parts.map { ($0, 1) }, uniquingKeysWith: +)
    var seen: Set<String> = []
    let lines = parts.filter { seen.insert($0).inserted }.map { part in
      (counted[part] ?? 1) > 1 ? "\(counted[part] ?? 1) × (\(part))" : part
    }
    return (lines + ["saving \(Money.text(saving(share: share))) a month"]).joined(separator: "; ")
  }

  private static func text(_ component: PriceEstimate.Component) -> String {
    let quantity = numberText(((component.quantity ?? 0) * 10_000).rounded() / 10_000)
    let price = numberText(((component.unitPrice ?? 0) * 1_000_000).rounded() / 1_000_000)
    return "\(quantity) \(component.unit) × $\(price) = \(Money.text(component.monthly ?? 0))"
  }
}
