import ResourceGraph
import Vocabulary

/// The resources of a draft's files, those of all kinds in one graph.
package struct ArtifactGraph: Sendable {
  /// The files of one kind, with what they came to.
  struct Part: Sendable {
    let kind: any ArtifactKind
    let files: [Artifact]
    let graph: ResourceGraph
  }

  package let graph: ResourceGraph
  /// Of the kinds that are among the files.
  let parts: [Part]

  package init(_ files: [Artifact]) {
    parts = ArtifactKinds.all.compactMap { kind in
      let own = files.of(kind.format)
      return own.isEmpty ? nil : Part(kind: kind, files: own, graph: kind.read(own))
    }
    graph = ResourceGraph(
      resources: parts.flatMap(\.graph.resources), configuration: parts.flatMap(\.graph.configuration),
      diagnostics: parts.flatMap(\.graph.diagnostics))
  }
}
