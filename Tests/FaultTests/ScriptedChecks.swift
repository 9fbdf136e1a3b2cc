import Basics
import Consultation
import Experts
import ModelExperts
import Vocabulary

/// Checks that find one fault in every draft and none in what was closed.
struct ScriptedChecks: EvidenceSource, Workbench, ReferenceDesk {
  func repaired(_ draft: Draft) async throws -> Draft { draft }

  func evidence(for draft: Draft, brief: Brief) async throws -> Evidence {
    examine(draft.files, brief: brief)
  }

  func examine(_ files: [Artifact], brief: Brief) -> Evidence {
    let isClosed = files.contains { $0.content.contains("closed") }
    let finding = Finding(
      rule: "r", severity: .high, category: .security, address: "b", summary: "Open", evidence: "open")
    return Evidence(
      validation: [ValidationStage(stage: "syntax", tool: "t", status: .passed, detail: "")],
      findings: isClosed ? [] : [finding], price: PriceEstimate(priceBookDate: "2026-01-01", resources: []),
      coverage: brief.requirements.map { Coverage(requirement: $0.id, status: .met) })
  }

  func remedy(_ finding: Finding, in files: [Artifact]) -> Remedied? { nil }
  func formatted(_ files: [Artifact]) -> [Artifact] { files }
  func knows(_ type: String) -> Bool { true }
  func providers(of types: [String]) -> String? { nil }
  func schema(of type: String, limit: Int) -> String? { nil }
}
