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

  /// Answers that do not hold are repaired where none holds: as long as one does, a repaired one is not preferred to what
  /// a model wrote itself.
  init(_ request: SuiteRequest, suite: Suite, brief: Brief, checks: OfflineChecks) {
    self.request = request
    self.brief = brief
    let asWritten = suite.models.compactMap { model in
      suite.answers[model]?[request.id].map { Self.candidate($0, model: model, brief: brief, checks: checks) }
    }
    candidates =
      asWritten.contains { $0.evidence.isValid }
      ? asWritten : asWritten.map { Self.repaired($0, brief: brief, checks: checks) }
  }

  private static func candidate(
    _ answer: RecordedAnswer, model: String, brief: Brief, checks: OfflineChecks
  ) -> PanelCandidate {
    let files = ModelAnswer(answer.output).files.sorted { $0.key < $1.key }.map {
      Artifact(path: ArtifactFormat.openTofu.path(of: $0.key), content: $0.value)
    }
    let draft = Draft(label: model, author: model, summary: model, files: files, confidence: 0.5)
    return PanelCandidate(
      model: model, draft: draft, evidence: checks.evidence(for: files, brief: brief), isChanged: false,
      isRight: answer.isRight, plans: answer.plans, bytes: answer.output.utf8.count)
  }

  private static func repaired(_ candidate: PanelCandidate, brief: Brief, checks: OfflineChecks)
    -> PanelCandidate
  {
    let repair = OfflineChecks.repaired(candidate.draft.files)
    guard !repair.steps.isEmpty else { return candidate }
    var repaired = candidate
    repaired.draft.files = repair.files
    repaired.draft.repairs = repair.steps
    repaired.evidence = checks.evidence(for: repair.files, brief: brief)
    repaired.isChanged = true
    repaired.isRight = false
    return repaired
  }

  var valid: [PanelCandidate] { candidates.filter(\.evidence.isValid) }
}
