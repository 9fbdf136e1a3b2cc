import Vocabulary

/// One file of the bundle.
package struct ArtifactReport: Sendable, Codable {
  package var path: String
  package var sha256: String
  package var kind: Artifact.Kind

  package init(path: String, sha256: String, kind: Artifact.Kind) {
    self.path = path
    self.sha256 = sha256
    self.kind = kind
  }
}

extension Report {
  /// Names files by what was written: digests by path, for those that hold what no record has.
  package mutating func name(_ digests: [String: String]) {
    for index in artifacts.indices {
      if let digest = digests[artifacts[index].path] { artifacts[index].sha256 = digest }
    }
  }
}
