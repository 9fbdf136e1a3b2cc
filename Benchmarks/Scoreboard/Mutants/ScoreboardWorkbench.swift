import Evidence
import Experts
import Vocabulary

/// The offline checks as what the handbook may use while it writes.
struct ScoreboardWorkbench: Workbench {
  let checks: OfflineChecks

  func examine(_ files: [Artifact], brief: Brief) -> Evidence { checks.evidence(for: files, brief: brief) }

  func remedy(_ finding: Finding, in files: [Artifact]) -> Remedied? {
    checks.remedy(finding, in: files).map { Remedied(files: $0.files, change: $0.change) }
  }

  func formatted(_ files: [Artifact]) -> [Artifact] { OfflineChecks.formatted(files) }
}
