import Basics
import Foundation
import Manifests
import Permissions
import ResourceGraph

/// What a question about permissions is asked of: configuration, a plan, a state, and objects of a cluster.
struct PermissionSource {
  /// Nil where there is no configuration.
  let graph: ResourceGraph?
  let cluster: ClusterPermissions
  /// What could not be read.
  let faults: [String]

  /// - Throws: `Diagnostic` for what cannot be read.
  init(path: String, names: ComputedNames) throws {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Diagnostic(
        code: Self.code, summary: "Cannot be read", detail: "There is no such file or folder.",
        range: SourceRange(file: path))
    }
    if isFolder {
      // The parts of a bundle have folders of their own.
      let parts = ["\(path)/infrastructure", path].first {
        FileManager.default.fileExists(atPath: $0) && ($0 == path || Self.isBundle(path))
      }
      let folder = try ConfigurationFolder(parts ?? path)
      let graph =
        folder.files.isEmpty
        ? nil : try Self.read(ResourceGraph(folder.sources, inputs: folder.inputs, names: names))
      let texts = try SourceFile.yamlTexts(in: path, prefix: "\(path)/", code: Self.code)
      self.graph = graph
      (cluster, faults) = Self.cluster(texts, missing: folder.missing.map { "module.\($0.name)" })
      return
    }
    let text = try SourceFile.text(path, code: Self.code)
    if SourceFile.isYAML(path) {
      graph = nil
      (cluster, faults) = Self.cluster([path: text], missing: [])
    } else if SourceFile.isConfiguration(path) {
      graph = try Self.read(ResourceGraph(ConfigurationSources(files: [path: text]), names: names))
      (cluster, faults) = Self.cluster([:], missing: [])
    } else {
      let json = try Self.json(text, path: path)
      graph = State.isState(json) ? try State(json).graph : try Plan(json).graph
      (cluster, faults) = Self.cluster([:], missing: [])
    }
  }

  /// A configuration that has no fault of syntax: of half a file no answer can be given.
  private static func read(_ graph: ResourceGraph) throws -> ResourceGraph {
    if let fault = graph.diagnostics.first(where: { $0.code.hasPrefix("hcl.syntax") }) { throw fault }
    return graph
  }

  private static func isBundle(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(path)/bundle.json")
  }

  private static func json(_ text: String, path: String) throws -> JSONValue {
    do {
      return try JSONValue(parsing: text)
    } catch {
      throw Diagnostic(
        code: code, summary: "Cannot be read", detail: "It is not JSON: \(error)",
        range: SourceRange(file: path))
    }
  }

  private static func cluster(
    _ texts: [String: String], missing: [String]
  ) -> (ClusterPermissions, [String]) {
    var resources: [Resource] = []
    var faults = missing.map { "\($0): its files are not here, and so are its policies" }
    for (file, text) in texts.sorted(by: { $0.key < $1.key })
    where OtherYAML.reason(file: file, text: text) == nil {
      let read = ManifestReader.read(text, file: file, isForeign: true)
      faults += read.diagnostics.map { "\($0)" }
      resources += read.manifests.map(Resource.init)
    }
    return (ClusterPermissions(ResourceGraph(resources: resources)), faults)
  }

  private static let code = "permissions.unreadable"
}
