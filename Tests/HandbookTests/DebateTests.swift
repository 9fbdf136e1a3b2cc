import Basics
import Testing
import Vocabulary

import Experts
@testable import Handbook

@Suite struct DebateTests {
  private static let text = """
    A web application on AWS in eu-west-1: load balancer, two application servers, a PostgreSQL database with daily \
    backups, under 400 dollars a month
    """

  private static func expert(
    _ priority: AgentProfile.Priority, focus: [Finding.Category] = []
  ) throws -> HandbookExpert {
    let profile = AgentProfile(key: "agent", role: "Agent", priority: priority, focus: focus)
    return try HandbookExpert(profile: profile, workbench: PricedWorkbench(), edition: "handbook 1")
  }

  private static func profile(_ priority: AgentProfile.Priority) -> AgentProfile {
    AgentProfile(key: "agent", role: "Agent", priority: priority, focus: [])
  }

  private static func candidate(
    _ label: String, _ priority: AgentProfile.Priority, text: String = text
  ) async throws -> (candidate: Candidate, brief: Brief) {
    let expert = try expert(priority)
    let request = Request(text: text)
    let brief = try await expert.brief(for: request)
    let draft = try await expert.draft(
      DraftAssignment(request: request, brief: brief, agent: profile(priority), label: label))
    return (Candidate(draft: draft, evidence: PricedWorkbench().examine(draft.files, brief: brief)), brief)
  }

  private static func revision(
    _ candidate: Candidate, _ brief: Brief, _ priority: AgentProfile.Priority, _ objections: [Objection],
    text: String = text
  ) async throws -> Revision {
    try await expert(priority).revision(
      RevisionAssignment(
        request: Request(text: text), brief: brief, agent: profile(priority), candidate: candidate,
        objections: objections, label: "A2"))
  }

  @Test func prioritiesGiveDifferentDrafts() async throws {
    var seen: Set<[Artifact]> = []
    for priority in AgentProfile.Priority.allCases {
      seen.insert(try await Self.candidate("A", priority).candidate.draft.files)
    }
    #expect(seen.count == 4)
  }

  @Test(arguments: AgentProfile.Priority.allCases)
  func theSameInputGivesTheSameDraft(priority: AgentProfile.Priority) async throws {
    let first = try await Self.candidate("A", priority).candidate.draft
    let second = try await Self.candidate("A", priority).candidate.draft
    #expect(first == second)
  }

  @Test func aRevisionWithoutObjectionsIsTheDraftAgain() async throws {
    let (candidate, brief) = try await Self.candidate("A", .resilienceFirst)
    let revision = try await Self.revision(candidate, brief, .resilienceFirst, [])
    #expect(revision.draft.files == candidate.draft.files)
    #expect(revision.answers.isEmpty)
    #expect(revision.draft.label == "A2")
  }

  @Test func theBudgetBringsCheaperAlternativesInOrderOfHarm() async throws {
    let (candidate, brief) = try await Self.candidate("A", .resilienceFirst)
    #expect(candidate.evidence.price.monthly > 400)
    let critic = try Self.expert(.costFirst, focus: [.cost])
    let objections = try await critic.objections(
      ReviewAssignment(
        brief: brief,
        agent: AgentProfile(key: "cost", role: "Cost", priority: .costFirst, focus: [.cost]),
        candidates: [candidate],
        round: 1))
    let objection = try #require(objections.first)
    #expect(objections.count == 1)
    #expect(objection.veto)
    #expect(objection.basis.kind == .price)
    #expect(objection.basis.reference == brief.constraints.first { $0.kind == .budget }?.id)
    var named = objection
    named.id = "OBJ-1"
    let revision = try await Self.revision(candidate, brief, .resilienceFirst, [named])
    let answer = try #require(revision.answers.first)
    let price = PricedWorkbench().examine(revision.draft.files, brief: brief).price.monthly
    #expect(answer.accepted)
    #expect(price <= 400)
    #expect(answer.reason.contains("becomes"))
    let class0 = candidate.draft.decisions.first { $0.topic == "database.instance-class" }?.choice
    let class1 = revision.draft.decisions.first { $0.topic == "database.instance-class" }
    #expect(class0 == "db.m7g.large")
    #expect(class1?.choice != class0)
    #expect(class1?.rationale.contains("objection to the price") == true)
    let again = try await Self.revision(candidate, brief, .resilienceFirst, [named])
    #expect(again == revision)
  }

  @Test func whatTheRequestAsksForIsNotGivenUp() async throws {
    let text = "A highly available PostgreSQL database on db.m7g.large, under $100 a month"
    let (candidate, brief) = try await Self.candidate("A", .resilienceFirst, text: text)
    let objection = Objection(
      id: "OBJ-1", by: "cost", against: "A", claim: "too dear",
      basis: .init(kind: .price, reference: "CON-4", detail: ""), severity: "high")
    let revision = try await Self.revision(candidate, brief, .resilienceFirst, [objection], text: text)
    let answer = try #require(revision.answers.first)
    #expect(answer.reason.contains("the request asks for 'db.m7g.large'"))
    #expect(answer.reason.contains("the request asks for 'highly available'"))
    #expect(answer.reason.contains("above the limit"))
    #expect(revision.draft.decisions.first { $0.topic == "database.multi-az" }?.choice == "yes")
  }

  @Test func aFindingIsAnsweredByTheRecipesOwnParameter() async throws {
    let (candidate, brief) = try await Self.candidate("A", .balanced)
    let objection = Self.objection(to: "RDS-KEY@aws_db_instance.database")
    let revision = try await Self.revision(candidate, brief, .balanced, [objection])
    #expect(revision.answers.first?.accepted == true)
    #expect(revision.draft.decisions.first { $0.topic == "database.encryption" }?.choice == "customer")
    #expect(revision.draft.files.contains { $0.content.contains("aws_kms_key.key.arn") })
  }

  @Test func aFindingIsAnsweredByTheRulesRemedyAndStays() async throws {
    let (candidate, brief) = try await Self.candidate("A", .balanced)
    let first = try await Self.revision(
      candidate, brief, .balanced, [Self.objection(to: "LB-HEADERS@aws_lb.web")])
    #expect(first.answers.first?.accepted == true)
    #expect(first.draft.files.contains { $0.content.contains("\"strict\"") })
    let evidence = PricedWorkbench().examine(first.draft.files, brief: brief)
    let second = try await Self.revision(
      Candidate(draft: first.draft, evidence: evidence), brief, .balanced,
      [Self.objection(to: "RDS-KEY@aws_db_instance.database")])
    #expect(second.draft.files.contains { $0.content.contains("\"strict\"") })
    #expect(second.draft.files.contains { $0.content.contains("aws_kms_key.key.arn") })
  }

  @Test func aRemedyThatBreaksTheBudgetIsDeclinedWithItsNumbers() async throws {
    let text = "A PostgreSQL database, under $62 a month"
    let (candidate, brief) = try await Self.candidate("A", .balanced, text: text)
    let revision = try await Self.revision(
      candidate, brief, .balanced, [Self.objection(to: "RDS-MULTI-AZ@aws_db_instance.database")], text: text)
    #expect(revision.answers.first?.accepted == false)
    #expect(revision.answers.first?.reason.contains("$87.00") == true)
  }

  @Test func criticsRaiseWhatTheyLookAfter() async throws {
    let (candidate, brief) = try await Self.candidate("A", .balanced)
    let agent = AgentProfile(
      key: "security", role: "Security", priority: .leastExposureFirst, focus: [.security])
    let objections = try await Self.expert(.leastExposureFirst).objections(
      ReviewAssignment(brief: brief, agent: agent, candidates: [candidate], round: 1))
    #expect(
      objections.map(\.basis.reference) == ["RDS-KEY@aws_db_instance.database", "LB-HEADERS@aws_lb.web"])
    #expect(objections.map(\.veto) == [true, false])
    #expect(objections.allSatisfy { $0.id.isEmpty && $0.by == "security" && $0.against == "A" })
  }

  @Test func judgesWeighByWhatTheyLookAfter() async throws {
    let (cheap, brief) = try await Self.candidate("A", .costFirst)
    let (safe, _) = try await Self.candidate("B", .leastExposureFirst)
    func preferred(_ focus: [Finding.Category]) async throws -> String? {
      let agent = AgentProfile(key: "judge", role: "Judge", priority: .balanced, focus: focus)
      let ballot = try await Self.expert(.balanced).ballot(
        BallotAssignment(brief: brief, agent: agent, candidates: [safe, cheap]))
      #expect(ballot.order == ["B", "A"])
      #expect(ballot.scores.allSatisfy { (0...10).contains($0.total) && !$0.reason.isEmpty })
      return ballot.preferred
    }
    #expect(try await preferred([.security]) == "B")
    #expect(try await preferred([.cost]) == "A")
  }

  @Test func aboveTheBudgetTheCheaperDraftStillCostsLess() async throws {
    let text = "A highly available PostgreSQL database, under $20 a month"
    let (cheap, brief) = try await Self.candidate("A", .costFirst, text: text)
    let (dear, _) = try await Self.candidate("B", .resilienceFirst, text: text)
    let ballot = try await Self.expert(.balanced).ballot(
      BallotAssignment(brief: brief, agent: Self.profile(.balanced), candidates: [dear, cheap]))
    let costs = Dictionary(uniqueKeysWithValues: ballot.scores.map { ($0.draft, $0.cost) })
    #expect((costs["A"] ?? 0) > (costs["B"] ?? 0))
    #expect((costs["A"] ?? 10) < 4)
  }

  private static func objection(to finding: String) -> Objection {
    Objection(
      id: "OBJ-1", by: "reviewer", against: "A", claim: "finding",
      basis: .init(kind: .finding, reference: finding, detail: ""), severity: "high")
  }
}
