import Vocabulary

extension [Artifact] {
  /// The files with other contents by path; paths that are new come last, in order.
  func replaced(by contents: [String: String]) -> [Artifact] {
    let known = Set(map(\.path))
    let added = contents.filter { !known.contains($0.key) }.sorted { $0.key < $1.key }
    return map { Artifact(path: $0.path, content: contents[$0.path] ?? $0.content) }
      + added.map { Artifact(path: $0.key, content: $0.value) }
  }

  /// Those of one kind.
  func of(_ format: ArtifactFormat) -> [Artifact] { filter { $0.kind == format.kind } }

  /// Those of one kind, changed, in the place of what they were; others stay. New ones come last.
  func replacing(_ changed: [Artifact]) -> [Artifact] {
    replaced(by: Dictionary(changed.map { ($0.path, $0.content) }, uniquingKeysWith: { first, _ in first }))
  }
}
