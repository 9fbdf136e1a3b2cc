/// One file of a draft or bundle. `path` is relative, with `/`, below the folder of its format.
package struct Artifact: Hashable, Sendable, Codable {
  /// What a file is for; of those in `ArtifactFormat.all`, or a page that Consilium wrote.
  package struct Kind: RawRepresentable, Hashable, Sendable, Codable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    /// A page about the rest, which no tool reads.
    package static let report = Kind(rawValue: "report")
  }

  package var path: String
  package var content: String

  package init(path: String, content: String) {
    self.path = path
    self.content = content
  }

  /// By the folder that the file lies in.
  package var kind: Kind { format?.kind ?? .report }

  /// The format of the folder that the file lies in; nil outside of all.
  package var format: ArtifactFormat? { ArtifactFormat.all.first { $0.holds(path) } }
}
