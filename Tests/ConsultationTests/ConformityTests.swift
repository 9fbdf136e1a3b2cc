import Consultation
import Experts
import Reporting
import Testing
import Vocabulary

/// Changes of mind without new evidence.
struct ConformityTests {
  private static let facts = RunFacts(
    run: "run-1", created: "2026-11-23T08:00:00Z", usage: RunUsage(calls: 0, tokens: 0, usd: 0, seconds: 1))

  /// Two things are wrong; the revision mends one, and its critic says nothing of the other any more.
  @Test func anObjectionThatIsOnlyNotRaisedAgainStands() async throws {
    var fixture = Fixture()
    fixture.rounds = 2
    for agent in Fixture.agents {
      fixture.evidence[agent] = Fixture.evidence(
        price: agent == "cost" ? 20 : 60, findings: [Fixture.finding("first"), Fixture.finding("second")])
    }
    fixture.evidence["half"] = Fixture.evidence(price: 20, findings: [Fixture.finding("second")])
    fixture.scripts["security"]?.objections = { assignment in
      guard assignment.round == 1 else { return [] }
      return assignment.candidates.map(\.draft.label).flatMap {
        [Fixture.objection($0, "first"), Fixture.objection($0, "second")]
      }
    }
    fixture.scripts["cost"]?.revision = { assignment in
      var draft = assignment.candidate.draft
      draft.label = assignment.label
      draft.files[0].content = "half"
      return Revision(
        draft: draft,
        answers: assignment.objections.map {
          .init(objection: $0.id, accepted: true, reason: "did what I could")
        })
    }
    let (outcome, consultation, experts) = try await fixture.consult()
    let report = try consultation.report(on: outcome, facts: Self.facts)
    let standing = try #require(report.objections.first { $0.carriedOverFrom != nil })
    #expect(standing.by == "security" && standing.basis.reference.hasPrefix("second"))
    #expect(standing.outcome == .unresolved)
    #expect(report.conformity?.map(\.kind) == [.withdrawn])
    #expect(report.conformity?.first?.detail.contains(standing.id) == true)
    #expect(experts["cost"]?.questions.filter { $0 == "revision" }.count == 2)
    #expect(try report.markdown().contains("Changes of mind without new evidence"))
    #expect(try report.html().contains("Changes of mind without new evidence"))
  }

  /// The architect likes whichever draft comes first; the others do not vote.
  @Test func aJudgeWhomTheOrderTurnsPrefersNeither() async throws {
    var fixture = Fixture()
    for agent in Fixture.agents {
      fixture.evidence[agent] = Fixture.evidence(
        price: agent == "cost" ? 20 : 25, findings: [Fixture.finding("open-\(agent)")],
        types: ["aws_\(agent)"])
    }
    fixture.scripts["architect"]?.ballot = { assignment in
      let labels = assignment.candidates.map(\.draft.label)
      return Ballot(
        judge: "architect", order: labels,
        scores: labels.enumerated().map { index, label in
          let mark = 9.0 - Double(index)
          return Ballot.Score(
            draft: label, requirements: mark, security: mark, reliability: mark, cost: mark, total: mark,
            reason: "came first")
        })
    }
    let (outcome, consultation, _) = try await fixture.consult()
    let report = try consultation.report(on: outcome, facts: Self.facts)
    let turned = try #require(report.conformity?.first { $0.kind == .order })
    #expect(turned.by == "architect" && turned.detail.contains("on the same evidence"))
    #expect(!outcome.verdict.dissent.contains { $0.by == "architect" && $0.prefers != outcome.verdict.draft })
    #expect(report.drafts.filter { $0.lost == nil }.map(\.label) == [outcome.verdict.draft])
    #expect(report.drafts.filter { $0.lost != nil }.count == report.drafts.count - 1)
  }
}
