import Basics
import HCL
import ManifestSchemas
import Manifests
import Pipelines
import Policies
import ResourceGraph
import StrictYAML
import Vocabulary

/// Pipelines of one system that lie in the repository as files, with the objects that they run in a cluster.
struct PipelineKind: ArtifactKind {
  let format: ArtifactFormat
  let hasTool = false

  func read(_ files: [Artifact]) -> ResourceGraph {
    var resources: [Resource] = []
    var diagnostics: [Diagnostic] = []
    for artifact in files {
      do {
        guard let file = try pipeline(artifact) else {
          let read = ManifestReader.read(artifact.content, file: artifact.path)
          resources += read.manifests.map(Resource.init)
          diagnostics += read.diagnostics
          continue
        }
        let kind = file.system.kind
        resources.append(
          Resource(
            kind: .manifest, address: "\(kind)/\(artifact.path)", type: kind, name: file.name,
            attributes: Value(file.node.json),
            range: SourceRange(file: artifact.path, start: file.node.position)))
      } catch {
        diagnostics.append(error)
      }
    }
    return ResourceGraph(resources: resources, diagnostics: diagnostics)
  }

  func stages(of files: [Artifact], graph: ResourceGraph, beside paths: Set<String>) -> [ValidationStage] {
    var found = PipelineVerdict(diagnostics: graph.diagnostics)
    do {
      let validator = try PipelineValidator()
      var manifests: [Manifest] = []
      for artifact in files {
        do {
          if let file = try pipeline(artifact) {
            let verdict = validator.validate(file, siblings: paths)
            found.diagnostics += verdict.diagnostics
            found.unchecked += verdict.unchecked
          } else {
            manifests += ManifestReader.read(artifact.content, file: artifact.path).manifests
          }
        } catch {
          // What cannot be read is among the graph's diagnostics.
          continue
        }
      }
      let objects = try ManifestValidator().validate(manifests)
      found.diagnostics += objects.diagnostics
      found.unchecked += objects.unchecked.sorted()
    } catch {
      found.diagnostics.append(
        Diagnostic(
          code: "pipelines.broken-file", summary: "A file of the program is broken", detail: "\(error)"))
    }
    var stage = ValidationStage(
      own: format.kind.rawValue, faults: found.diagnostics.filter { $0.level == .error })
    if stage.status == .passed, !found.unchecked.isEmpty {
      stage.status = .unchecked
      stage.detail = "Not checked: \(found.unchecked.sorted().joined(separator: ", "))."
    }
    return [stage]
  }

  /// Nil for what the pipeline runs and is no pipeline by itself.
  private func pipeline(_ artifact: Artifact) throws(Diagnostic) -> PipelineFile? {
    guard let system = PipelineSystem(path: artifact.path) else { return nil }
    return try PipelineFile(system: system, path: artifact.path, text: artifact.content)
  }

  /// Nothing in a pipeline is certain enough to be put right without a person.
  func repaired(_ files: [Artifact]) -> (files: [Artifact], steps: [String]) { (files, []) }

  func formatted(_ file: Artifact) -> Artifact { file }

  /// No rule is about a pipeline.
  func applying(_ remedy: RemedyOfFinding, to files: [Artifact]) throws -> [Artifact]? { nil }
}
