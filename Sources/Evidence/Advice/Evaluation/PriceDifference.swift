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

  /// Whether the price before has a component whose name contains a text.
  func hasComponent(_ name: String) -> Bool {
    before.resources.contains { $0.components.contains { $0.name.lowercased().contains(name) } }
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

  /// The arithmetic with the components that differ: before, after, and what is between.
  func formula(share: (String) -> Double) -> String {
    var before: [String] = []
    var after: [String] = []
    var notes: [String] = []
    for change in changed {
      let old = (change.before?.components ?? []).filter { $0.monthly != nil }
      let new = (change.after?.components ?? []).filter { $0.monthly != nil }
      before += old.filter { !new.contains($0) }.map(Self.text)
      after += new.filter { !old.contains($0) }.map(Self.text)
      let left = share(change.address)
      if left < 1 {
        notes.append("of \(change.address) earlier advice leaves \(Money.decimal(left * 100, places: 2)) %")
      }
    }
    let sums = ["before: \(Self.joined(before))", "after: \(Self.joined(after))"] + notes
    return (sums + ["saving \(Money.text(saving(share: share))) a month"]).joined(separator: "; ")
  }

  /// Equal ones of many instances once, with their number.
  private static func joined(_ parts: [String]) -> String {
    guard !parts.isEmpty else { return "$0.00" }
    let counts = Dictionary(parts.map { ($0, 1) }, uniquingKeysWith: +)
    var seen: Set<String> = []
    return parts.filter { seen.insert($0).inserted }.map { part in
      (counts[part] ?? 1) > 1 ? "\(counts[part] ?? 1) × (\(part))" : part
    }.joined(separator: " + ")
  }

  private static func text(_ component: PriceEstimate.Component) -> String {
    let quantity = numberText(((component.quantity ?? 0) * 10_000).rounded() / 10_000)
    let price = numberText(((component.unitPrice ?? 0) * 1_000_000).rounded() / 1_000_000)
    return
      "\(component.name) \(quantity) \(component.unit) × $\(price) = \(Money.text(component.monthly ?? 0))"
  }
}
