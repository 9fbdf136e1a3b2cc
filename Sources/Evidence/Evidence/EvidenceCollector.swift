import Digests
import Vocabulary

/// Runs every check on a draft: those of our own, and the real tool's where one is installed. Equal files are checked
/// by the tool once.
package actor EvidenceCollector {
  private let offline: OfflineChecks
  /// Nil where neither `tofu` nor `terraform` is installed.
  private let tools: ToolValidation?
  private var known: [Digest: [ValidationStage]] = [:]
  private let validations = SharedWork<Digest, [ValidationStage]>()

  package init(offline: OfflineChecks, tools: ToolValidation?) {
    self.offline = offline
    self.tools = tools
  }

  /// The draft with what can be repaired for certain repaired.
  package nonisolated func repaired(_ draft: Draft) -> Draft {
    let repair = OfflineChecks.repaired(draft.files)
    guard !repair.steps.isEmpty else { return draft }
    var repaired = draft
    repaired.files = repair.files
    repaired.repairs += repair.steps
    return repaired
  }

  package func evidence(for draft: Draft, brief: Brief) async throws -> Evidence {
    var evidence = offline.evidence(for: draft.files, brief: brief)
    guard draft.files.contains(where: { ArtifactKinds.of($0.kind)?.hasTool == true }) else {
      return evidence
    }
    guard let tools else {
      evidence.validation.append(
        ValidationStage(
          stage: "validate", tool: "none", status: .unchecked,
          detail: "Neither tofu nor terraform is installed; `consilium doctor` says more."))
      return evidence
    }
    let key = Digest(
      of: draft.files.sorted { $0.path < $1.path }.map { "\($0.path)\u{0}\($0.content)" }.joined(
        separator: "\u{0}"))
    if let stages = known[key] {
      evidence.validation += stages
      return evidence
    }
    let stages = try await validations.value(key) { try await tools.stages(for: draft.files) }
    known[key] = stages
    evidence.validation += stages
    return evidence
  }
}
