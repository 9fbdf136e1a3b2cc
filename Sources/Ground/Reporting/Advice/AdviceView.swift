import Basics
import Vocabulary

/// The values of the report's pages.
struct AdviceView {
  private let report: AdviceReport
  private let isNew: Set<String>?

  init(report: AdviceReport) {
    self.report = report
    isNew = report.newFingerprints
  }

  var values: JSONValue {
    let sound = report.recommendations.filter(\.isSound)
    return [
      "day": .string(report.day), "date": .string(report.priceBookDate), "coverage": .string(report.coverage),
      "monthly": .string(Money.text(report.monthly)), "saving": .string(Money.text(report.saving)),
      "reclaimable": .string(Money.text(report.reclaimable)), "count": .integer(report.recommendations.count),
      "estateCount": .integer(report.estates.count), "changes": changes,
      "hasFirst": .bool(!report.first.isEmpty), "first": .array(report.first.map(item)),
      "hasAdvice": .bool(!sound.isEmpty), "advice": .array(sound.map(item)),
      "hasRefused": .bool(!report.refused.isEmpty), "refused": .array(report.refused.map(item)),
      "hasBudgets": .bool(!report.budgets.isEmpty),
      "budgets": .array(report.budgets.map { ["text": .string($0.text), "exceeded": .bool($0.isExceeded)] }),
      "hasUnjudged": .bool(!report.unjudged.isEmpty), "unjudged": .array(report.unjudged.map(rule)),
      "hasFaults": .bool(!report.faults.isEmpty),
      "faults": .array(report.faults.map { ["estate": .string($0.estate), "detail": .string($0.detail)] }),
      "estates": .array(report.estates.map(estate)),
      "reviewers": .string(report.reviewers.map { "\($0.role) (\($0.answeredBy))" }.joined(separator: ", ")),
    ]
  }

  private var changes: JSONValue {
    guard let changes = report.changes else { return .bool(false) }
    let new = report.recommendations.filter { isNew?.contains($0.fingerprint) == true }
    func outcomes(_ list: [AdviceChanges.Outcome]) -> JSONValue {
      .array(
        list.map { outcome in
          [
            "fingerprint": .string(outcome.fingerprint), "address": .string(outcome.address),
            "title": .string(outcome.title), "since": .string(outcome.since),
            "estate": .string(outcome.estate),
            "predicted": .string(outcome.predicted.map(Money.text) ?? "not known"),
            "realised": .string(outcome.realised.map(Money.text) ?? "not known"),
          ]
        })
    }
    return [
      "since": .string(changes.since ?? "the beginning"), "newCount": .integer(changes.new.count),
      "openCount": .integer(changes.open.count), "appliedCount": .integer(changes.applied.count),
      "realisedCount": .integer(changes.realised.count), "dismissedCount": .integer(changes.dismissed.count),
      "hasNew": .bool(!new.isEmpty), "new": .array(new.map(item)),
      "hasApplied": .bool(!changes.applied.isEmpty), "applied": outcomes(changes.applied),
      "hasRealised": .bool(!changes.realised.isEmpty), "realised": outcomes(changes.realised),
      "hasWithdrawn": .bool(!changes.withdrawn.isEmpty), "withdrawn": outcomes(changes.withdrawn),
      "hasUnseen": .bool(!changes.unseen.isEmpty), "unseen": outcomes(changes.unseen),
      "hasDismissed": .bool(!changes.dismissed.isEmpty),
      "dismissed": .array(
        changes.dismissed.map { dismissal in
          [
            "fingerprint": .string(dismissal.fingerprint), "address": .string(dismissal.address),
            "reason": .string(dismissal.reason), "until": .string(dismissal.until ?? "further notice"),
          ]
        }),
    ]
  }

  private func item(_ advice: Recommendation) -> JSONValue {
    let edited = advice.patch?.edited ?? ""
    let shown = advice.patch.map { $0.diff.isEmpty ? edited : $0.diff } ?? ""
    return [
      "fingerprint": .string(advice.fingerprint), "status": .string(report.status(of: advice, new: isNew)),
      "title": .string(advice.title), "rule": .string(advice.rule), "number": .integer(advice.number),
      "address": .string(advice.address), "place": .string("\(advice.place)"),
      "estate": .string(advice.estate),
      "amount": .string(advice.saving.monthly.map { Money.text($0) } ?? advice.saving.basis.rawValue),
      "basis": .string(advice.saving.basis.rawValue), "formula": .string(advice.formula),
      "evidence": .array(advice.evidence.map { .string($0) }),
      "confidence": .string(advice.confidence.rawValue),
      "effort": .string(advice.effort.rawValue), "risk": .string(advice.risk.rawValue),
      "undo": .string(advice.isReversible ? "can be undone" : "cannot be undone"),
      "hasSteps": .bool(!advice.steps.isEmpty), "steps": .array(advice.steps.map { .string($0) }),
      "hasPatch": .bool(!shown.isEmpty), "patch": .string(shown),
      // Four spaces make a block of code in which nothing else means anything.
      "indented": .string(
        shown.split(whereSeparator: \.isNewline).map { "    \($0)" }.joined(separator: "\n")),
      "after": .string(advice.patch?.after.joined(separator: ", ") ?? ""),
      "hasAfter": .bool(advice.patch?.after.isEmpty == false), "withheld": .string(advice.withheld),
      "isWithheld": .bool(!advice.withheld.isEmpty),
      "checks": .array(
        advice.checks.map {
          ["name": .string($0.name), "status": .string($0.status.rawValue), "detail": .string($0.detail)]
        }),
      "objections": .array(
        advice.objections.map {
          ["role": .string($0.role), "by": .string($0.answeredBy), "reason": .string($0.reason)]
        }),
      "basedOn": .string(advice.basis.joined(separator: ", ")),
    ]
  }

  private func rule(_ rule: RuleJudgement) -> JSONValue {
    [
      "number": .integer(rule.number), "rule": .string(rule.rule), "title": .string(rule.title),
      "count": .string(rule.resources == 0 ? "–" : "\(rule.unjudged) of \(rule.resources)"),
      "needs": .string(rule.needs.joined(separator: "; ")),
    ]
  }

  private func estate(_ estate: AdviceReport.EstateLine) -> JSONValue {
    [
      "name": .string(estate.estate), "resources": .integer(estate.resources),
      "monthly": .string(Money.text(estate.monthly)),
      "coverage": .string("\(Money.decimal(estate.coverage * 100, places: 1)) %"),
      "advice": .integer(estate.advice),
      "saving": .string(Money.text(estate.saving)), "notes": .string(estate.notes.joined(separator: " ")),
    ]
  }
}
