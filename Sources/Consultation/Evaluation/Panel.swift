import Basics
import CrewFile
import Evidence
import Experts
import HCL
import Vocabulary

/// The answers of the panel to one request, checked.
struct Panel: Sendable {
  let request: SuiteRequest
  let brief: Brief
  let candidates: [PanelCandidate]

  /// Answers that do not hold are mended where none holds: as long as one does, a mended one is not preferred to what
  /// a model wrote itself.
  init(_ request: SuiteRequest, _ suite: Suite, brief: Brief, checks: OfflineChecks) {
    self.request = request
    self.brief = brief
    let asWritten = suite.models.compactMap { model in
      suite.answers[model]?[request.id].map { Self.candidate($0, model, brief, checks) }
    }
    candidates =
      asWritten.contains { $0.evidence.isValid }
      ? asWritten : asWritten.map { Self.mended($0, brief, checks) }
  }

  private static func candidate(
    _ answer: RecordedAnswer, _ model: String, _ brief: Brief, _ checks: OfflineChecks
  ) -> PanelCandidate {
    let files = ModelAnswer(answer.output).files.sorted { $0.key < $1.key }.map {
      Artifact(path: ArtifactFormat.openTofu.path(of: $0.key), content: $0.value)
    }
    let draft = Draft(label: model, author: model, summary: model, files: files, confidence: 0.5)
    return PanelCandidate(
      model: model, draft: draft, evidence: checks.evidence(for: files, brief: brief), isChanged: false,
      isRight: answer.isRight, plans: answer.plans, bytes: answer.output.utf8.count)
  }

  private static func mended(_ candidate: PanelCandidate, _ brief: Brief, _ checks: OfflineChecks)
    -> PanelCandidate
  {
    let repair = OfflineChecks.repaired(candidate.draft.files)
    guard !repair.steps.isEmpty else { return candidate }
    var mended = candidate
    mended.draft.files = repair.files
    mended.draft.repairs = repair.steps
    mended.evidence = checks.evidence(for: repair.files, brief: brief)
    mended.isChanged = true
    mended.isRight = false
    return mended
  }

  var valid: [PanelCandidate] { candidates.filter(\.evidence.isValid) }
}
