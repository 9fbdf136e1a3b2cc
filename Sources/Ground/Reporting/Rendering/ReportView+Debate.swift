import Basics
import Vocabulary

extension ReportView {
  func objection(_ objection: Objection) -> JSONValue {
    [
      "id": .string(objection.id), "by": .string(role(objection.by)), "against": .string(objection.against),
      "claim": .string(objection.claim), "basis": .string(objection.basis.detail),
      "reference": .string(objection.basis.reference), "kind": .string(objection.basis.kind.rawValue),
      "severity": .string(objection.severity), "veto": .string(objection.veto ? "veto" : ""),
      "outcome": .string(objection.outcome.rawValue), "answer": .string(objection.answer),
    ]
  }

  /// One row for a judge and a draft, with the totals of the two orders beside each other.
  var ballots: [JSONValue] {
    report.ballots.filter { ballot in report.ballots.first { $0.judge == ballot.judge } == ballot }.flatMap {
      ballot in
      ballot.scores.map { score in
        let totals = report.ballots.filter { $0.judge == ballot.judge }.compactMap { other in
          other.scores.first { $0.draft == score.draft }.map { Money.decimal($0.total, places: 1) }
        }
        return [
          "judge": .string(role(ballot.judge)), "draft": .string(score.draft),
          "requirements": mark(score.requirements), "security": mark(score.security),
          "reliability": mark(score.reliability), "cost": mark(score.cost),
          "totals": .string(totals.joined(separator: " / ")), "reason": .string(score.reason),
        ]
      }
    }
  }

  private func mark(_ mark: Double) -> JSONValue { .string(Money.decimal(mark, places: 1)) }

  func dissent(_ dissent: Verdict.Dissent) -> JSONValue {
    ["by": .string(role(dissent.by)), "prefers": .string(dissent.prefers), "words": .string(dissent.words)]
  }

  func veto(_ veto: Verdict.Veto) -> JSONValue {
    ["by": .string(role(veto.by)), "reason": .string(veto.reason), "objection": .string(veto.objection)]
  }
}
