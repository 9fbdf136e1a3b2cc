import Basics
import Digests
import Vocabulary

/// `bundle.json`: which files belong to the bundle, with the digest of each.
package struct BundleManifest: Sendable, Hashable, Codable {
  package struct Entry: Sendable, Hashable, Codable {
    package var path: String
    package var sha256: String
    package var kind: Artifact.Kind

    package init(path: String, sha256: String, kind: Artifact.Kind) {
      self.path = path
      self.sha256 = sha256
      self.kind = kind
    }
  }

  package var schema = "consilium.bundle/1"
  package var run: String
  /// Sorted by path; `bundle.json` itself is not among them.
  package var files: [Entry]
  /// Who refuses the bundle and why; nil where nobody does. A plan of it needs a person's word.
  package var vetoes: [String]?

  package init(run: String, files: [Artifact], vetoes: [String] = []) {
    self.vetoes = vetoes.isEmpty ? nil : vetoes
    self.run = run
    self.files = files.sorted { $0.path < $1.path }.map {
      Entry(path: $0.path, sha256: Digest(of: $0.content).hexadecimal, kind: $0.kind)
    }
  }
}
