import Basics
import FoundationEssentials
import Reporting
import Testing
import Vocabulary

struct ReportTests {
  private static let report = Report(
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
        Evidence(
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
    artifacts: [ArtifactReport(path: "infrastructure/main.tf", sha256: "00", kind: .opentofu)],
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
    usage: Usage(calls: 0, tokens: 0, usd: 0, seconds: 1.5))

  @Test func whatAPersonWroteStaysText() throws {
    let html = try Self.report.html()
    #expect(!html.contains("<script>") && html.contains("&lt;script&gt;"))
    #expect(!html.contains("<b>bucket") && !html.contains("href=\"http"))
    let markdown = try Self.report.markdown()
    #expect(markdown.contains("\\<b\\>bucket\\</b\\> \\| with \\[x\\](http://evil)"))
  }

  @Test func thePageLoadsNothing() throws {
    let html = try Self.report.html()
    for word in ["<script", "src=", "<link", "@import", "url("] { #expect(!html.contains(word), "\(word)") }
  }

  @Test func theFirstScreenSaysWhatToDecide() throws {
    for page in [try Self.report.html(), try Self.report.markdown()] {
      let head = page.prefix(page.count / 2)
      for text in [
        "70 %", "uncalibrated", "aws_x.a", "Open question: open?", "Not checked: validate",
        "rules and recipes",
      ] {
        #expect(head.contains(text) || head.contains(text.replacing("_", with: "\\_")), "\(text)")
      }
    }
  }

  @Test func equalReportsGiveEqualBytesAndReadBack() throws {
    let json = try Self.report.json()
    #expect(try JSONValue(parsing: json).decoded(as: Report.self).json() == json)
  }
}
