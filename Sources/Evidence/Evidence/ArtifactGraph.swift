import Basics
import ResourceGraph
import Manifests
import Vocabulary

/// The resources of a draft's files, configuration and manifests in one graph.
package struct ArtifactGraph: Sendable {
  package let graph: ResourceGraph
  let manifestFaults: [Diagnostic]
  let hasConfiguration: Bool
  let hasManifests: Bool

  package init(_ files: [Artifact]) {
    let configuration = files.filter { $0.kind == .opentofu }
    let module = ResourceGraph(
      files: Dictionary(configuration.map { ($0.path, $0.content) }, uniquingKeysWith: { first, _ in first }))
    var manifests: [Manifest] = []
    var faults: [Diagnostic] = []
    for file in files where file.kind == .kubernetes {
      let read = ManifestReader.read(file.content, file: file.path)
      manifests += read.manifests
      faults += read.diagnostics
    }
    hasConfiguration = !configuration.isEmpty
    hasManifests = files.contains { $0.kind == .kubernetes }
    manifestFaults = faults + ManifestCheck.check(manifests)
    graph = ResourceGraph(
      resources: module.resources + manifests.map(Resource.init), configuration: module.configuration,
      diagnostics: module.diagnostics)
  }
}
