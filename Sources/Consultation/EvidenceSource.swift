import Vocabulary

/// Runs the checks on a draft. The tools, files and processes behind it are not the core's business.
package protocol EvidenceSource: Sendable {
  /// Everything the checks say, with external tools where they are installed.
  func evidence(for draft: Draft, brief: Brief) async throws -> Evidence
}
