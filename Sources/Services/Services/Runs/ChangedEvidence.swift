import Consultation
import Evidence
import HCL
import Vocabulary

/// Evidence on a change of what is there: what was so before is no fault of the change, and nothing is mended that the request
/// does not speak of.
struct ChangedEvidence: EvidenceSource {
  private let source: any EvidenceSource
  private let known: Set<String>
  private let lines: MaskedLines
  /// Whether the files are laid out as the tool would; where they are not, they stay so.
  private let isTidy: Bool

  /// - Parameters:
  ///   - lines: the configuration as it is; its secrets are checked and not told.
  ///   - known: ids of the findings of the configuration as it is.
  init(_ source: any EvidenceSource, lines: MaskedLines, known: [String]) {
    self.source = source
    self.lines = lines
    self.known = Set(known)
    isTidy = lines.files.allSatisfy { file in
      !file.path.hasSuffix(".tf") || HCLFormatter.format(file.content) == file.content
    }
  }

  func repaired(_ draft: Draft) async throws -> Draft { draft }

  func evidence(for draft: Draft, brief: Brief) async throws -> Evidence {
    var whole = draft
    whole.files = try lines.restored(draft.files)
    var evidence = try await source.evidence(for: whole, brief: brief)
    // What is the same word for word is decided on what is recorded.
    if whole.files != draft.files {
      let decided = UnchangedCheck.coverage(of: brief, files: draft.files)
      for index in evidence.coverage.indices {
        guard let own = decided.first(where: { $0.requirement == evidence.coverage[index].requirement })
        else {
          continue
        }
        evidence.coverage[index] = own
      }
    }
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
