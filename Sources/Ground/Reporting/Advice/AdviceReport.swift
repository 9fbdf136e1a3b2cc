import Basics
import Vocabulary

/// What one night has to say of all estates.
package struct AdviceReport: Hashable, Sendable, Codable {
  package struct EstateLine: Hashable, Sendable, Codable {
    package var estate: String
    package var resources: Int
    /// What it costs a month by the price book, where a price is known.
    package var monthly: Double
    package var coverage: Double
    package var advice: Int
    package var saving: Double
    package var notes: [String]
    /// All its patches as one difference; a file of its own beside the report, and not in it.
    package var patch: String?

    private enum CodingKeys: String, CodingKey {
      case estate, resources, monthly, coverage, advice, saving, notes
    }

    package init(_ advice: EstateAdvice) {
      estate = advice.estate
      resources = advice.resources
      monthly = advice.monthly
      coverage = advice.coverage
      self.advice = advice.recommendations.count
      saving = (advice.saving * 100).rounded() / 100
      notes = advice.notes
      patch = advice.patch
    }
  }

  /// An estate that could not be read; the others were.
  package struct Fault: Hashable, Sendable, Codable {
    package var estate: String
    package var detail: String

    package init(estate: String, detail: String) {
      self.estate = estate
      self.detail = detail
    }
  }

  package struct Reviewer: Hashable, Sendable, Codable {
    package var key: String
    package var role: String
    /// `handbook`, or the model's name.
    package var answeredBy: String

    package init(key: String, role: String, answeredBy: String) {
      self.key = key
      self.role = role
      self.answeredBy = answeredBy
    }
  }

  package var version = 1
  /// The local day the report is of.
  package var day: String
  package var priceBookDate: String
  package var estates: [EstateLine]
  /// What saves most for an hour of work first.
  package var recommendations: [Recommendation]
  /// Every rule, with what it could not judge and why.
  package var rules: [RuleJudgement]
  package var reviewers: [Reviewer]
  package var faults: [Fault]
  package var budgets: [BudgetReport]
  /// Against the nights before; nil where nothing is remembered.
  package var changes: AdviceChanges?

  package init(
    day: String, priceBookDate: String, estates: [EstateLine], recommendations: [Recommendation],
    rules: [RuleJudgement], reviewers: [Reviewer], faults: [Fault] = [], budgets: [BudgetReport] = [],
    changes: AdviceChanges? = nil
  ) {
    self.day = day
    self.priceBookDate = priceBookDate
    self.estates = estates
    self.recommendations = recommendations.sorted {
      ($1.worth, $1.counted, $0.estate, $0.address, $0.rule) < (
        $0.worth, $0.counted, $1.estate, $1.address, $1.rule
      )
    }
    self.rules = rules
    self.reviewers = reviewers
    self.faults = faults
    self.budgets = budgets
    self.changes = changes
  }
}

extension AdviceReport {
  /// What everything costs a month.
  package var monthly: Double { estates.reduce(0) { $0 + $1.monthly } }

  /// What is saved a month when all advice that nothing speaks against is taken.
  package var saving: Double { recommendations.reduce(0) { $0 + $1.counted } }

  /// The part of `saving` whose patch is in the report; the rest is work to be done by hand.
  package var patched: Double {
    recommendations.reduce(0) { $0 + ($1.patch?.diff.isEmpty == false ? $1.counted : 0) }
  }

  /// What would be saved besides, once nodes are taken away.
  package var reclaimable: Double {
    recommendations.filter { $0.isSound && $0.saving.basis == .reclaimable }.reduce(0) {
      $0 + ($1.saving.monthly ?? 0)
    }
  }

  /// Advice that a reviewer objected to or whose patch failed a check.
  package var refused: [Recommendation] { recommendations.filter { !$0.isSound } }

  /// The five that save most for an hour of work.
  package var first: [Recommendation] { Array(recommendations.filter { $0.counted > 0 }.prefix(5)) }
}
