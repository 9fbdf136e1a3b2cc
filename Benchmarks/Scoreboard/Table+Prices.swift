import Foundation
import PriceTables

extension Table {
  /// The share of components that agree by name, quantity, unit and price with the tables of an estimator for Terraform, for the
  /// half that models may be made from and for the one that is only reported on. What is left is listed for the first alone; of the
  /// other, how many components of each type differ.
  func measurePrices(_ corpora: URL, listsLeft: Bool) throws {
    for provider in ["aws", "azure", "google"] {
      var sums: [CorpusHalf: TableScore] = [:]
      for (name, score) in try PricedCases.score(corpora.appending(path: "cost/infracost-\(provider)")) {
        sums[CorpusHalf(of: name), default: TableScore()].add(score)
      }
      for half in CorpusHalf.allCases {
        guard let sum = sums[half] else { continue }
        rows(of: sum, titled: "\(provider), \(half.rawValue) half", goal: Self.priceGoals[provider] ?? "")
        guard listsLeft else { continue }
        for one in half == .learn ? sum.notes : Self.differences(of: sum) { note(one) }
      }
    }
  }

  /// Of components by name, quantity, unit and price together.
  private static let priceGoals = ["aws": "90 %", "azure": "80 %", "google": "85 %"]

  private static func differences(of sum: TableScore) -> [String] {
    sum.differences.sorted { $0.key < $1.key }.map { type, causes in
      "\(type): "
        + causes.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($1) \($0.rawValue)" }.joined(
          separator: ", ")
    }
  }

  private func rows(of sum: TableScore, titled title: String, goal: String) {
    row("\(title): components by name, quantity, unit and price", share(sum.sameCost, sum.rows), goal: goal)
    row("  by name, quantity and unit", share(sum.agreeing, sum.rows))
    row("  totals within 1 %", share(sum.sameTotals, sum.totals))
    row("  invented", "\(sum.counts[.invented] ?? 0)", goal: "0")
    for cause in TableScore.Cause.allCases where cause != .agrees && cause != .invented {
      row("  \(cause.rawValue)", "\(sum.counts[cause] ?? 0)")
    }
  }
}
