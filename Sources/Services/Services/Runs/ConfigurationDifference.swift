import Basics
import Vocabulary

/// What a change does to the files of the configuration that it is of, as a file that `git apply` and `patch` take.
struct ConfigurationDifference {
  private let before: [String: String]
  private let after: [String: String]

  /// - Parameter base: nil where nothing was there, and then there is no difference to show.
  init(_ base: [Artifact]?, after files: [Artifact]) {
    let format = ArtifactFormat.openTofu
    func texts(_ files: [Artifact]) -> [String: String] {
      Dictionary(
        files.compactMap { file in format.name(of: file.path).map { ($0, file.content) } },
        uniquingKeysWith: { first, _ in first })
    }
    before = texts(base ?? [])
    after = base == nil ? [:] : texts(files)
  }

  /// The difference, paths from the folder of the configuration.
  var text: String {
    after.filter { before[$0.key] != $0.value }.sorted { $0.key < $1.key }.map { name, text in
      LineDiff.unified(before[name] ?? "", after: text, file: name)
    }.joined()
  }

  /// `change.diff`, or nothing where nothing was there to be changed.
  var artifacts: [Artifact] { after.isEmpty ? [] : [Artifact(path: "change.diff", content: text)] }
}
