import Digests
import Vocabulary

/// What the checks said of files in this life of a run: tools are slow, and the same files get the same answer.
actor KnownEvidence {
  private var known: [String: Evidence] = [:]

  /// - Parameter check: asked where the files are not known yet.
  func evidence(for files: [Artifact], check: @Sendable () async throws -> Evidence) async throws -> Evidence
  {
    let key = Digest(of: files.map { "\($0.path)\u{0}\($0.content)" }.joined(separator: "\u{0}")).hexadecimal
    if let evidence = known[key] { return evidence }
    let evidence = try await check()
    known[key] = evidence
    return evidence
  }
}
