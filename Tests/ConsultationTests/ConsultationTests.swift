import Basics
import Consultation
import Experts
import Reporting
import TaskGraph
import Testing
import Vocabulary

struct ConsultationTests {
  @Test func draftsThatAgreeAndPassAreNotDebated() async throws {
    let (outcome, consultation, experts) = try await Fixture().consult()
    let report = try consultation.report(on: outcome, facts: Self.facts)
    #expect(!report.gate.debate)
    #expect(report.objections.isEmpty)
    #expect(experts.values.allSatisfy { !$0.questions.contains("objections") })
  }

  private static let facts = RunFacts(
    run: "run-1", created: "2026-11-23T08:00:00Z", usage: RunUsage(calls: 0, tokens: 0, usd: 0, seconds: 1))

  /// The security agent objects to the leading draft; its author mends it; the revision wins.
  private static func debated() -> Fixture {
    var fixture = Fixture()
    let broken = [Fixture.finding("open-bucket")]
    for agent in Fixture.agents {
      fixture.evidence[agent] = Fixture.evidence(price: agent == "cost" ? 20 : 60, findings: broken)
    }
    fixture.evidence["mended"] = Fixture.evidence(price: 21)
    fixture.scripts["security"]?.objections = { assignment in
      assignment.candidates.map { Fixture.objection($0.draft.label, "open-bucket", veto: true) }
        + [Fixture.objection(assignment.candidates[0].draft.label, "no-such-rule")]
    }
    fixture.scripts["cost"]?.revision = { assignment in
      var draft = assignment.candidate.draft
      draft.label = assignment.label
      draft.files[0].content = "mended"
      return Revision(
        draft: draft,
        answers: assignment.objections.map { .init(objection: $0.id, accepted: true, reason: "closed it") })
    }
    return fixture
  }

  @Test func anUpheldObjectionChangesTheDraftAndARevisionWins() async throws {
    let fixture = Self.debated()
    let (outcome, consultation, experts) = try await fixture.consult()
    let report = try consultation.report(on: outcome, facts: Self.facts)
    let leading = Fixture.label("cost")
    #expect(report.gate.leading == leading)
    #expect(outcome.verdict.draft == "\(leading)2")
    #expect(outcome.verdict.vetoes.isEmpty)
    let outcomes = report.objections.map {
      "\($0.against == leading) \($0.basis.reference) \($0.outcome.rawValue)"
    }
    #expect(outcomes.contains("true open-bucket@aws_s3_bucket.r resolved"))
    #expect(outcomes.contains("false open-bucket@aws_s3_bucket.r set-aside"))
    #expect(
      report.objections.contains { $0.basis.reference.hasPrefix("no-such-rule") && $0.outcome == .dismissed })
    #expect(experts["cost"]?.questions.contains("revision") == true)
    #expect(report.modes.map(\.mode) == [.solo, .ensemble, .debate])
  }

  @Test func criticsAndJudgesSeeNoNames() async throws {
    let (_, _, experts) = try await Self.debated().consult()
    let shown = experts.values.flatMap(\.shown)
    #expect(!shown.isEmpty)
    #expect(shown.allSatisfy { $0.draft.author.isEmpty })
  }

  @Test func judgesSeeTwoOrdersAndNeverDecideOnTheirOwnDraft() async throws {
    let (outcome, consultation, _) = try await Self.debated().consult()
    let report = try consultation.report(on: outcome, facts: Self.facts)
    for judge in Fixture.agents {
      let orders = report.ballots.filter { $0.judge == judge }.map(\.order)
      #expect(orders.count == 2)
      #expect(orders.first == orders.last?.reversed())
    }
  }

  @Test func aVetoCannotBeOutvoted() async throws {
    var fixture = Self.debated()
    fixture.evidence["mended"] = Fixture.evidence(price: 21, findings: [Fixture.finding("open-bucket")])
    let (outcome, _, _) = try await fixture.consult()
    #expect(outcome.verdict.vetoes.map(\.by) == ["security"])
  }

  /// Critics see two drafts; the third breaks the same rule at another address and must not win for that.
  @Test func aVetoHoldsAgainstADraftThatItsCriticWasNotShown() async throws {
    var fixture = Fixture()
    for agent in Fixture.agents {
      var finding = Fixture.finding("open-bucket")
      finding.address = "aws_s3_bucket.\(agent)"
      fixture.evidence[agent] = Fixture.evidence(
        price: agent == "cost" ? 20 : 60, findings: [finding], types: ["aws_\(agent)"])
    }
    fixture.scripts["security"]?.objections = { assignment in
      assignment.candidates.map { candidate in
        var objection = Fixture.objection(candidate.draft.label, "open-bucket", veto: true)
        objection.basis.reference = candidate.evidence.findings[0].id
        return objection
      }
    }
    let (outcome, _, _) = try await fixture.consult()
    #expect(outcome.verdict.vetoes.map(\.by) == ["security"])
    #expect(outcome.verdict.draft.hasPrefix(Fixture.label("cost")))
  }

  @Test func noMarkMakesUpForWhatWasAskedForAndIsMissing() async throws {
    var fixture = Fixture()
    for agent in Fixture.agents {
      fixture.evidence[agent] = Fixture.evidence(
        price: 20, coverage: agent == "cost" ? .met : .unmet, types: ["aws_\(agent)"])
      fixture.scripts[agent]?.ballot = { assignment in
        Ballot(
          judge: agent, order: assignment.candidates.map(\.draft.label),
          scores: assignment.candidates.map { candidate in
            let mark = candidate.evidence.unmet.isEmpty ? 1.0 : 9.0
            return Ballot.Score(
              draft: candidate.draft.label, requirements: mark, security: mark, reliability: mark, cost: mark,
              total: mark, reason: "liked it")
          })
      }
    }
    let (outcome, consultation, _) = try await fixture.consult()
    #expect(outcome.verdict.draft == Fixture.label("cost"))
    let report = try consultation.report(on: outcome, facts: Self.facts)
    #expect(report.drafts.filter { $0.lost?.contains("less of what was asked for") == true }.count == 2)
  }

  @Test func onlyAnAgentWithTheRightMayVeto() async throws {
    var fixture = Self.debated()
    fixture.evidence["mended"] = Fixture.evidence(price: 21, findings: [Fixture.finding("open-bucket")])
    let objections = fixture.scripts["security"]?.objections
    fixture.scripts["architect"]?.objections = objections
    fixture.scripts["security"]?.objections = { _ in [] }
    let (outcome, _, _) = try await fixture.consult()
    #expect(outcome.verdict.vetoes.isEmpty)
  }

  @Test func aFailedDraftLeavesTheOthers() async throws {
    struct Broken: Error {}
    var fixture = Fixture()
    fixture.scripts["architect"]?.draft = { _ in throw Broken() }
    let (outcome, consultation, _) = try await fixture.consult()
    let report = try consultation.report(on: outcome, facts: Self.facts)
    #expect(report.drafts.map(\.author).sorted() == ["cost", "security"])
    #expect(report.steps.contains { $0.status == "failed" })
  }

  @Test func noDraftAtAllIsAnErrorWithItsReasons() async throws {
    struct Broken: Error {}
    var fixture = Fixture()
    for agent in Fixture.agents { fixture.scripts[agent]?.draft = { _ in throw Broken() } }
    await #expect {
      try await fixture.consult()
    } throws: { error in
      (error as? ConsultationError)?.code == .noDraft && "\(error)".contains("Broken")
    }
  }

  @Test func aLostRequirementIsAnError() async throws {
    var fixture = Fixture()
    fixture.mode = .solo
    fixture.evidence["architect"]?.coverage = []
    await #expect {
      try await fixture.consult()
    } throws: { "\($0)".contains("REQ-1") }
  }

  @Test func aReplayGivesTheSameReportAndAsksNobody() async throws {
    let fixture = Self.debated()
    let (outcome, consultation, _) = try await fixture.consult()
    let report = try consultation.report(on: outcome, facts: Self.facts).json()
    var replay = fixture
    replay.journal = MemoryJournal(fixture.journal.all, replays: true)
    for agent in Fixture.agents { replay.scripts[agent] = ScriptedExpert.Script() }
    let (again, second, experts) = try await replay.consult()
    #expect(try second.report(on: again, facts: Self.facts).json() == report)
    #expect(experts.values.allSatisfy { $0.questions.isEmpty })
  }

  @Test func aFailedStepReadsTheSameInAReplay() async throws {
    var fixture = Self.debated()
    fixture.scripts["cost"]?.revision = nil
    let (outcome, consultation, _) = try await fixture.consult()
    let report = try consultation.report(on: outcome, facts: Self.facts).json()
    #expect(report.contains("Unexpected"))
    var replay = fixture
    replay.journal = MemoryJournal(fixture.journal.all, replays: true)
    let (again, second, _) = try await replay.consult()
    #expect(try second.report(on: again, facts: Self.facts).json() == report)
  }

  @Test func aResumedRunAsksOnlyWhatWasNotAnswered() async throws {
    let fixture = Self.debated()
    let (outcome, consultation, _) = try await fixture.consult()
    let report = try consultation.report(on: outcome, facts: Self.facts).json()
    for key in fixture.journal.all.keys {
      var rest = fixture
      rest.journal = MemoryJournal(fixture.journal.all.filter { $0.key != key })
      let (again, second, experts) = try await rest.consult()
      #expect(try second.report(on: again, facts: Self.facts).json() == report)
      #expect(experts.values.map(\.questions.count).reduce(0, +) <= 1)
    }
  }

  @Test func aJournalThatCannotKeepEndsTheRun() async throws {
    var fixture = Fixture()
    fixture.journal = MemoryJournal(failingAt: "gate")
    await #expect(throws: MemoryJournal.Full.self) { try await fixture.consult() }
  }

  @Test(arguments: [Request.Mode.solo, .ensemble])
  func theOtherModesDoNotTalk(mode: Request.Mode) async throws {
    var fixture = Self.debated()
    fixture.mode = mode
    let (outcome, _, experts) = try await fixture.consult()
    #expect(
      experts.values.allSatisfy { !$0.questions.contains("objections") && !$0.questions.contains("revision") }
    )
    #expect(outcome.verdict.draft == (mode == .solo ? "A" : Fixture.label("cost")))
  }

  @Test func dissentIsInTheJudgesOwnWords() async throws {
    var fixture = Self.debated()
    let label = Fixture.label("security")
    fixture.scripts["architect"]?.ballot = { assignment in
      Ballot(
        judge: "architect", order: assignment.candidates.map(\.draft.label),
        scores: assignment.candidates.map {
          let mark = $0.draft.label == label ? 9.0 : 1.0
          return .init(
            draft: $0.draft.label, requirements: mark, security: mark, reliability: mark, cost: mark,
            total: mark, reason: "fewer parts")
        })
    }
    let (outcome, _, _) = try await fixture.consult()
    #expect(outcome.verdict.dissent == [.init(by: "architect", prefers: label, words: "fewer parts")])
  }

  @Test func theGraphOfADebateIsWholeBeforeItRuns() throws {
    var fixture = Fixture()
    fixture.rounds = 2
    let graph = try ConsultationGraph.make(crew: fixture.crew, mode: .debate, seed: "s")
    #expect(graph.nodes.count == 3 + 3 + 1 + 2 * (3 + 4) + 6 + 1)
    #expect(graph.order.first?.id.hasPrefix("draft/") == true)
    #expect(graph.order.last?.id == "verdict")
  }
}
