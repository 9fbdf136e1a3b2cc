import Basics
import Vocabulary

/// The one report model; every form (terminal, Markdown, HTML, JSON) is made from it.
/// Its JSON form is described by `docs/report.schema.json`, which other programs rely on.
package struct Report: Sendable, Codable {
  package var schema = "consilium.report/1"
  package var run: String
  /// RFC 3339, UTC.
  package var created: String
  package var request: String
  package var crew: CrewSummary
  package var mode: Request.Mode
  package var experts: [ExpertIdentity]
  package var brief: BriefReport
  package var drafts: [DraftReport]
  package var gate: GateReport
  package var objections: [Objection]
  package var ballots: [Ballot]
  package var verdict: Verdict
  /// What each mode would have answered from the same drafts.
  package var modes: [ModeReport]
  package var artifacts: [ArtifactReport]
  package var price: PriceReport
  package var findings: [Finding]
  package var validation: [ValidationStage]
  package var steps: [StepReport]
  package var usage: RunUsage
  /// Earlier consultations on similar requests; nil in reports of versions without memory.
  package var remembered: [RememberedReport]?
  /// Changes of mind without new evidence; they weighed nothing.
  package var conformity: [UnsupportedChangeOfMind]?
  /// What left for models; empty where none was asked.
  package var sent: [SentReport]?

  package init(
    run: String, created: String, request: String, crew: CrewSummary, mode: Request.Mode,
    experts: [ExpertIdentity],
    brief: BriefReport, drafts: [DraftReport], gate: GateReport, objections: [Objection], ballots: [Ballot],
    verdict: Verdict, modes: [ModeReport], artifacts: [ArtifactReport], price: PriceReport,
    findings: [Finding],
    validation: [ValidationStage], steps: [StepReport], usage: RunUsage, remembered: [RememberedReport] = [],
    conformity: [UnsupportedChangeOfMind] = [], sent: [SentReport] = []
  ) {
    self.conformity = conformity
    self.sent = sent
    self.run = run
    self.created = created
    self.request = request
    self.crew = crew
    self.mode = mode
    self.experts = experts
    self.brief = brief
    self.drafts = drafts
    self.gate = gate
    self.objections = objections
    self.ballots = ballots
    self.verdict = verdict
    self.modes = modes
    self.artifacts = artifacts
    self.price = price
    self.findings = findings
    self.validation = validation
    self.steps = steps
    self.usage = usage
    self.remembered = remembered
  }
}
