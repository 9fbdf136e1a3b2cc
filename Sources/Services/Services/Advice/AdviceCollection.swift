import Records
import Advice
import Basics
import Reporting
import Store
import Vocabulary

/// Gathers what is found estate by estate; of each only what the report needs is kept.
struct AdviceCollection {
  private var estates: [AdviceReport.EstateLine] = []
  private var recommendations: [Recommendation] = []
  private var judgements: [String: RuleJudgement] = [:]
  private var faults: [AdviceReport.Fault] = []
  private var tally: BudgetTally
  private var changes: AdviceChanges
  private let remembers: Bool
  /// Who looked at the advice; known for certain only at the end of the night.
  var reviewers: [AdviceReport.Reviewer] = []
  private var priceBookDate = ""
  private(set) var records: [AdviceRecord] = []
  private static let shownNeeds = 5

  init(budgets: [Budget], since: String?, remembers: Bool) {
    tally = BudgetTally(budgets)
    changes = AdviceChanges(since: since)
    self.remembers = remembers
  }

  mutating func add(_ advice: EstateAdvice, estate: Estate, ledger: NightLedger) {
    estates.append(AdviceReport.EstateLine(advice))
    recommendations += advice.recommendations
    priceBookDate = advice.priceBookDate
    tally.add(estate, costs: advice.costs)
    changes.join(ledger.changes)
    records += ledger.records
    for judgement in advice.judgements { add(judgement) }
  }

  private mutating func add(_ judgement: RuleJudgement) {
    guard var sum = judgements[judgement.rule] else {
      judgements[judgement.rule] = judgement
      return
    }
    sum.resources += judgement.resources
    sum.advised += judgement.advised
    sum.unjudged += judgement.unjudged
    for need in judgement.needs where !sum.needs.contains(need) && sum.needs.count < Self.shownNeeds {
      sum.needs.append(need)
    }
    if let forbidden = judgement.forbidden { sum.forbidden = (sum.forbidden ?? []) + forbidden }
    judgements[judgement.rule] = sum
  }

  mutating func miss(_ estate: String, detail: String) {
    faults.append(AdviceReport.Fault(estate: estate, detail: detail))
  }

  func report(day: CalendarDay, before: [BudgetReport], adviser: Adviser) -> AdviceReport {
    AdviceReport(
      day: day.description, priceBookDate: priceBookDate, estates: estates, recommendations: recommendations,
      rules: adviser.book.rules.compactMap { judgements[$0.id] }, reviewers: reviewers, faults: faults,
      budgets: tally.reports(before: before), changes: remembers ? changes : nil)
  }
}
