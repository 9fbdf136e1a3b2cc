import Basics
import HCL
import ManifestSchemas
import Manifests
import Policies
import ResourceGraph
import StrictYAML
import Vocabulary

/// Objects of Kubernetes.
struct KubernetesKind: ArtifactKind {
  let format = ArtifactFormat.kubernetes
  let hasTool = false

  func read(_ files: [Artifact]) -> ResourceGraph {
    let read = files.map { ManifestReader.read($0.content, file: $0.path) }
    return ResourceGraph(
      resources: read.flatMap(\.manifests).map(Resource.init), diagnostics: read.flatMap(\.diagnostics))
  }

  func stages(of files: [Artifact], graph: ResourceGraph, beside paths: Set<String>) -> [ValidationStage] {
    let manifests = files.flatMap { ManifestReader.read($0.content, file: $0.path).manifests }
    let own =
      graph.diagnostics + ManifestCheck.check(manifests)
      + ManifestRelations.check(manifests).diagnostics.filter { $0.level == .error }
    do {
      let verdict = try ManifestValidator().validate(manifests)
      var stage = ValidationStage(own: "manifests", faults: own + verdict.diagnostics)
      if stage.status == .passed, !verdict.unchecked.isEmpty {
        stage.status = .unchecked
        stage.detail = "Not checked: \(verdict.unchecked.sorted().joined(separator: ", "))."
      }
      return [stage]
    } catch {
      let fault = Diagnostic(code: error.code.rawValue, summary: error.summary, detail: error.detail)
      return [ValidationStage(own: "manifests", faults: own + [fault])]
    }
  }

  /// Nothing in an object is certain enough to be put right without a person.
  func repaired(_ files: [Artifact]) -> (files: [Artifact], steps: [String]) { (files, []) }

  func formatted(_ file: Artifact) -> Artifact { file }

  /// A manifest file is printed anew with the changed object in its place.
  func applying(_ remedy: RemedyOfFinding, to files: [Artifact]) throws -> [Artifact]? {
    guard let index = files.firstIndex(where: { $0.path == remedy.finding.range?.file }) else { return nil }
    let read = ManifestReader.read(files[index].content, file: files[index].path)
    guard read.diagnostics.isEmpty else { return nil }
    var documents: [JSONValue] = []
    for manifest in read.manifests {
      guard manifest.address == remedy.finding.address else {
        documents.append(manifest.content)
        continue
      }
      let value = try remedy.application.apply(remedy.finding, to: Value(manifest.content))
      guard let changed = JSONValue(value) else { return nil }
      documents.append(changed.ordered(like: manifest.content))
    }
    var changed = files
    changed[index].content = YAMLPrinter.print(documents: documents)
    return changed
  }
}
