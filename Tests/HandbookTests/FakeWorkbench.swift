import Experts
import Vocabulary

/// A workbench that knows nothing: no findings, no price, and files as they are.
struct FakeWorkbench: Workbench {
  func examine(_ files: [Artifact], brief: Brief) -> Evidence {
    Evidence(
      validation: [], findings: [], price: PriceEstimate(priceBookDate: "2026-01-01", resources: []),
      coverage: [])
  }

  func remedy(_ finding: Finding, in files: [Artifact]) -> Remedied? { nil }

  func formatted(_ files: [Artifact]) -> [Artifact] { files }
}
