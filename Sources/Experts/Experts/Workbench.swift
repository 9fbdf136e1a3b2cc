import Vocabulary

/// The deterministic checks an expert may run on its own work while it writes: in process, without tools or network.
package protocol Workbench: Sendable {
  /// Findings, price and requirement coverage of a set of files.
  func examine(_ files: [Artifact], brief: Brief) -> Evidence

  /// The files with the finding's rule's remedy applied, and what was changed in a sentence;
  /// nil where the rule has no remedy that is certain.
  func remedy(_ finding: Finding, in files: [Artifact]) -> Remedied?

  /// The files printed as `tofu fmt` would, with manifests as they stand.
  func formatted(_ files: [Artifact]) -> [Artifact]
}
