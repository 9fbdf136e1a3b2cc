import Basics
import HCL
import ResourceGraph
import Reporting

/// Sums up what the resources of each budget cost, estate by estate.
package struct BudgetTally: Sendable {
  private let budgets: [Budget]
  private var spent: [Double]
  private var resources: [Int]

  package init(_ budgets: [Budget]) {
    self.budgets = budgets
    spent = budgets.map { _ in 0 }
    resources = budgets.map { _ in 0 }
  }

  /// - Parameter costs: by address, where a price is known.
  package mutating func add(_ estate: Estate, costs: [String: Double]) {
    let defaults = Self.tags(
      estate.graph.configuration.first { $0.type == "provider" && $0.attributes["alias"] == nil }?
        .attributes["default_tags"]?[0]?["tags"])
    for (index, budget) in budgets.enumerated() {
      if let pattern = budget.estate, !Glob(pattern).matches(estate.name) { continue }
      for resource in estate.graph.resources {
        guard let cost = costs[resource.address] else { continue }
        if let pattern = budget.address, !Glob(pattern).matches(resource.address) { continue }
        let tags = defaults.merging(Self.tags(of: resource)) { _, own in own }
        guard budget.tags.allSatisfy({ tags[$0.key] == $0.value }) else { continue }
        spent[index] += cost
        resources[index] += 1
      }
    }
  }

  private static func tags(of resource: Resource) -> [String: String] {
    let labels = resource.attributes["metadata"]?["labels"]
    return ["tags_all", "tags", "labels"].reduce(tags(labels)) { found, name in
      found.merging(tags(resource.attributes[name])) { _, own in own }
    }
  }

  private static func tags(_ value: Value?) -> [String: String] {
    Dictionary((value?.members ?? []).compactMap { member in member.value.text.map { (member.key, $0) } }) {
      first, _ in
      first
    }
  }

  /// - Parameter before: the budgets of the night before, for the increase; empty where there is none.
  package func reports(before: [BudgetReport]) -> [BudgetReport] {
    let past = Dictionary(before.map { ($0.name, $0.spent) }) { first, _ in first }
    return budgets.enumerated().map { index, budget in
      let cents = (spent[index] * 100).rounded() / 100
      let increase = past[budget.name].map { ((cents - $0) * 100).rounded() / 100 }
      return BudgetReport(
        name: budget.name, scope: budget.scope, resources: resources[index], spent: cents,
        limit: budget.monthly,
        increase: increase, increaseLimit: budget.increase)
    }
  }
}
