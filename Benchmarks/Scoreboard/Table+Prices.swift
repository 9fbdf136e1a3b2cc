import Foundation
import PriceTables

extension Table {
  /// The share of components that agree by name, quantity, unit and price with the tables of an estimator for Terraform, for the
  /// half that models may be made from and for the one that is only reported on. What is left is listed for the first alone.
  func measurePrices(_ corpora: URL, listsLeft: Bool) throws {
    for provider in ["aws", "azure", "google"] {
      var sums: [CorpusHalf: TableScore] = [:]
      for (name, score) in try PricedCases.score(corpora.appending(path: "cost/infracost-\(provider)")) {
        sums[CorpusHalf(of: name), default: TableScore()].add(score)
      }
      for half in CorpusHalf.allCases {
        guard let sum = sums[half] else { continue }
        rows(of: sum, titled: "\(provider), \(half.rawValue) half", goal: Self.priceGoals[provider] ?? "")
        if listsLeft, half == .learn { for one in sum.notes { note(one) } }
      }
    }
  }

  /// Of components by name, quantity, unit and price together.
  private static let priceGoals = ["aws": "90 %", "azure": "80 %", "google": "85 %"]

  private func rows(of sum: TableScore, titled title: String, goal: String) {
    row("\(title): components by name, quantity, unit and price", share(sum.sameCost, sum.rows), goal: goal)
    row("  by name, quantity and unit", share(sum.agreeing, sum.rows))
    row("  totals within 1 %", share(sum.sameTotals, sum.totals))
    row("  invented", "\(sum.counts[.invented] ?? 0)", goal: "0")
    row("  other price", "\(sum.agreeing - sum.sameCost)")
    for cause in TableScore.Cause.allCases where cause != .agrees && cause != .invented {
      row("  \(cause.rawValue)", "\(sum.counts[cause] ?? 0)")
    }
  }
}
