import Basics
import FoundationEssentials
import Reporting
import Testing
import Vocabulary

/// A report made by hand, for every test of the room.
enum Fixture {
  static let report = Report(
    run: "run-1", created: "2026-11-23T08:00:00Z", request: "a <b>bucket</b> | with [x](http://evil)",
    crew: CrewSummary(
      name: "crew", digest: String(repeating: "a", count: 64),
      agents: [AgentSummary(key: "a", role: "Architect")]),
    mode: .debate, experts: [ExpertIdentity(agent: "a", kind: .handbook, model: "handbook")],
    brief: BriefReport(
      title: "A bucket",
      requirements: [
        .init(id: "REQ-1", text: "a bucket", status: .met, evidence: ["aws_s3_bucket.a"], reason: "")
      ],
      constraints: [
        Constraint(id: "CON-1", kind: .budget, text: "under $5", relation: "<=", number: 5, unit: "USD/month")
      ],
      assumptions: ["assumed"], questions: ["open?"]),
    drafts: [
      DraftReport(
        Draft(label: "A", author: "a", summary: "s", files: [], confidence: 0.5),
        evidence: Evidence(
          validation: [ValidationStage(stage: "validate", tool: "t", status: .unchecked, detail: "no tool")],
          findings: [],
          price: PriceEstimate(priceBookDate: "2026-01-01", resources: []),
          coverage: [Coverage(requirement: "REQ-1", status: .met)]))
    ], gate: GateReport(leading: "A", ranking: ["A"], debate: true, reason: "why"),
    objections: [
      Objection(
        id: "OBJ-1", by: "a", against: "A", claim: "<script>alert(1)</script>",
        basis: .init(kind: .finding, reference: "r@x", detail: "d"), severity: "high", outcome: .resolved,
        answer: "done")
    ], ballots: [],
    verdict: Verdict(
      draft: "A", reason: "best", confidence: 0.7, dissent: [.init(by: "a", prefers: "B", words: "cheaper")]),
    modes: [],
    artifacts: [
      ArtifactReport(path: "infrastructure/main.tf", sha256: "00", kind: ArtifactFormat.openTofu.kind)
    ],
    price: PriceReport(
      PriceEstimate(
        priceBookDate: "2026-01-01",
        resources: [
          .init(
            address: "aws_x.a", type: "aws_x", status: .unpriced, monthly: nil, reason: "no price is known")
        ])),
    findings: [],
    validation: [ValidationStage(stage: "validate", tool: "t", status: .unchecked, detail: "no tool")],
    steps: [],
    usage: RunUsage(calls: 0, tokens: 0, usd: 0, seconds: 1.5))
}
