import Basics
import Consultation
import CrewFile
import Experts
import Synchronization
import TaskGraph
import Testing
import Vocabulary

/// A crew of three with scripted answers; drafts carry their author's name as content, evidence is looked up by it.
struct Fixture {
  static let agents = ["architect", "security", "cost"]
  var evidence: [String: Evidence] = [:]
  var scripts: [String: ScriptedExpert.Script] = [:]
  var journal = MemoryJournal()
  var rounds = 1
  var mode = Request.Mode.debate
  var brief = Brief(
    title: "t", requirements: [Requirement(id: "REQ-1", text: "a bucket")],
    constraints: [
      Constraint(
        id: "CON-1", kind: .budget, text: "under $100", relation: "<=", number: 100, unit: "USD/month")
    ])

  init() {
    for agent in Self.agents {
      evidence[agent] = Self.evidence(price: 50)
      scripts[agent] = ScriptedExpert.Script(
        draft: {
          Draft(
            label: $0.label, author: agent, summary: agent,
            files: [Artifact(path: "infrastructure/main.tf", content: agent)], confidence: 0.5)
        },
        objections: { _ in [] }, ballot: { Self.ballot(agent, $0) })
    }
  }

  static func evidence(
    price: Double, findings: [Finding] = [], valid: Bool = true, coverage: Coverage.Status = .met,
    types: [String] = ["aws_s3_bucket"]
  ) -> Evidence {
    Evidence(
      validation: [
        ValidationStage(stage: "validate", tool: "t", status: valid ? .passed : .failed, detail: "")
      ],
      findings: findings,
      price: PriceEstimate(
        priceBookDate: "2026-01-01",
        resources: types.enumerated().map {
          PriceEstimate.Resource(
            address: "\($0.element).r", type: $0.element, status: .priced, monthly: $0.offset == 0 ? price : 0
          )
        }), coverage: [Coverage(requirement: "REQ-1", status: coverage)])
  }

  static func finding(_ rule: String, _ severity: Severity = .high) -> Finding {
    Finding(
      rule: rule, severity: severity, category: .security, address: "aws_s3_bucket.r", summary: rule,
      evidence: "seen")
  }

  static func ballot(_ judge: String, _ assignment: BallotAssignment) -> Ballot {
    Ballot(
      judge: judge, order: assignment.candidates.map(\.draft.label),
      scores: assignment.candidates.map { candidate in
        let mark = 10 - Double(candidate.evidence.findings.count) - candidate.evidence.price.monthly / 100
        return Ballot.Score(
          draft: candidate.draft.label, requirements: mark, security: mark, reliability: mark, cost: mark,
          total: mark,
          reason: "by evidence")
      })
  }

  static func objection(_ against: String, _ rule: String, veto: Bool = false) -> Objection {
    Objection(
      id: "", by: "", against: against, claim: "\(rule) is broken",
      basis: .init(kind: .finding, reference: "\(rule)@aws_s3_bucket.r", detail: "seen"), severity: "high",
      veto: veto)
  }

  var crew: Crew {
    get throws {
      let agents = Self.agents.map {
        "  \($0):\n    role: \($0)\n    goal: g\n    backstory: b\n    veto: \($0 != "architect")\n"
      }
      var crew = try CrewFile.load("agents:\n" + agents.joined(), file: "agents.yaml", prompts: []).crew
      crew.rounds = rounds
      return crew
    }
  }

  func consult() async throws -> (
    outcome: Consultation.Outcome, consultation: Consultation, experts: [String: ScriptedExpert]
  ) {
    let experts = Dictionary(uniqueKeysWithValues: scripts.map { ($0.key, ScriptedExpert($0.key, $0.value)) })
    let consultation = try Consultation(
      crew: crew, request: Request(text: "a bucket", mode: mode), brief: brief, experts: experts,
      evidence: LookedUpEvidence(evidence: evidence), journal: journal, weights: try .shipped())
    return (try await consultation.run(limit: 4), consultation, experts)
  }

  /// The label that an agent's draft gets.
  static func label(_ agent: String) -> String {
    ConsultationGraph.labels(agents, seed: seed).first { $0.agent == agent }?.label ?? "?"
  }

  private static let seed: String = {
    do {
      return Consultation.seed(try Fixture().crew, request: Request(text: "a bucket"))
    } catch {
      Issue.record(error)
      return ""
    }
  }()
}

/// Evidence by the content of a draft's first file.
struct LookedUpEvidence: EvidenceSource {
  let evidence: [String: Evidence]

  struct Unknown: Error {}

  func repaired(_ draft: Draft) async throws -> Draft { draft }

  func evidence(for draft: Draft, brief: Brief) async throws -> Evidence {
    guard let content = draft.files.first?.content, let found = evidence[content] else { throw Unknown() }
    return found
  }
}

/// A journal in memory, which can be made to fail or to replay.
final class MemoryJournal: Journal {
  struct Full: Error {}

  private let entries: Mutex<[String: JournalEntry]>
  private let failing: String?
  private let replays: Bool

  init(_ entries: [String: JournalEntry] = [:], failingAt: String? = nil, replays: Bool = false) {
    self.entries = Mutex(entries)
    failing = failingAt
    self.replays = replays
  }

  var all: [String: JournalEntry] { entries.withLock { $0 } }

  func entry(_ key: String) async throws -> JournalEntry? {
    let entry = entries.withLock { $0[key] }
    if entry == nil, replays { throw Full() }
    return entry
  }

  func keep(_ entry: JournalEntry, under key: String) async throws {
    if key == failing { throw Full() }
    entries.withLock { $0[key] = entry }
  }
}
