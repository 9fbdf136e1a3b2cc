import Consultation
import HCL
import Vocabulary

/// Evidence on a change of what is there: what was so before is no fault of the change, and nothing is mended that the request
/// does not speak of.
struct ChangedEvidence: EvidenceSource {
  private let source: any EvidenceSource
  private let known: Set<String>
  /// Whether the files are laid out as the tool would; where they are not, they stay so.
  private let isTidy: Bool

  /// - Parameter known: ids of the findings of the configuration as it is.
  init(_ source: any EvidenceSource, base: [Artifact], known: [String]) {
    self.source = source
    self.known = Set(known)
    isTidy = base.allSatisfy { file in
      !file.path.hasSuffix(".tf") || HCLFormatter.format(file.content) == file.content
    }
  }

  func repaired(_ draft: Draft) async throws -> Draft { draft }

  func evidence(for draft: Draft, brief: Brief) async throws -> Evidence {
    var evidence = try await source.evidence(for: draft, brief: brief)
    evidence.findings.removeAll { known.contains($0.id) }
    guard !isTidy else { return evidence }
    for index in evidence.validation.indices
    where evidence.validation[index].stage == "format" && evidence.validation[index].status == .failed {
      evidence.validation[index].status = .unchecked
      evidence.validation[index].detail = "The files are not laid out as the tool would, and stay so."
    }
    return evidence
  }
}
