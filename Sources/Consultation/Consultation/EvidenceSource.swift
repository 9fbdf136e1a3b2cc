import Vocabulary

/// Runs the checks on a draft. The tools, files and processes behind it are not the core's business.
package protocol EvidenceSource: Sendable {
  /// The draft with everything mended that can be mended for certain, and what that was; the same draft where nothing
  /// is wrong. Done before anybody debates it.
  func repaired(_ draft: Draft) async throws -> Draft

  /// Everything the checks say, with external tools where they are installed.
  func evidence(for draft: Draft, brief: Brief) async throws -> Evidence
}
