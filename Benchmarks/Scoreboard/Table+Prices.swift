import Foundation
import PriceTables

extension Table {
  /// The share of components that agree by name, quantity and unit with the tables of an estimator for Terraform.
  func measurePrices(_ corpora: URL, listsLeft: Bool) throws {
    for provider in ["aws", "azure", "google"] {
      var sum = TableScore()
      for (_, score) in try PricedCases.score(corpora.appending(path: "cost/infracost-\(provider)")) {
        sum.add(score)
      }
      row(
        "\(provider): components that agree", share(sum.agreeing, sum.rows),
        goal: provider == "aws" ? "70 %" : "")
      row("of these, with the same cost", share(sum.sameCost, sum.agreeing))
      row("totals within 1 %", share(sum.sameTotals, sum.totals))
      for cause in TableScore.Cause.allCases where cause != .agrees {
        row("  \(cause.rawValue)", "\(sum.counts[cause] ?? 0)")
      }
      if listsLeft { for one in sum.notes { note(one) } }
    }
  }
}
