import Basics
import Foundation
import HCL
import Manifests
import ResourceGraph

/// What a path holds, as a graph: a folder of configuration or manifests, one file of either, a plan, or a state.
package struct SourceGraph: Sendable {
  /// What is there and was not read.
  package struct Unread: Hashable, Sendable {
    /// `module.net`, or the path of a file.
    package let address: String
    /// `module` or `file`.
    package let type: String
    package let reason: String
  }

  package let graph: ResourceGraph
  /// Whether it is about objects of a cluster.
  package let isCluster: Bool
  package private(set) var unread: [Unread] = []
  /// Where resources are when they do not say: of a plan, what its provider is set to.
  package let region: String?
  /// The texts of configuration or manifests it was read from, by the path messages name them with; of a plan or state none.
  package let texts: [String: String]

  /// - Parameter code: of the diagnostic that is thrown.
  /// - Throws: `Diagnostic` for what cannot be read.
  package init(path: String, code: String) throws {
    guard let first = try Self.parts(path: path, code: code).first else {
      throw Self.fault(
        path, code: code, detail: "The folder has no *.tf, *.tofu, *.tf.json, *.yaml or *.yml files.")
    }
    self = first
  }

  /// Everything a path holds: the configuration of a folder, and the objects of a cluster that lie beside it.
  /// - Parameters:
  ///   - code: of the diagnostic that is thrown.
  ///   - names: gives names to what only apply can tell of a configuration.
  /// - Throws: `Diagnostic` for what cannot be read.
  package static func parts(
    path: String, code: String, names: ComputedNames? = nil
  ) throws -> [SourceGraph] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw fault(path, code: code, detail: "There is no such file or folder.")
    }
    guard isFolder else { return [try file(path, code: code, names: names)] }
    // The parts of a bundle have folders of their own.
    if FileManager.default.fileExists(atPath: "\(path)/bundle.json") {
      let own = ["infrastructure", "manifests"].map { "\(path)/\($0)" }
        .filter { FileManager.default.fileExists(atPath: $0) }
      if !own.isEmpty { return try own.flatMap { try parts(path: $0, code: code, names: names) } }
    }
    var found: [SourceGraph] = []
    let folder = try ConfigurationFolder(path)
    if !folder.files.isEmpty {
      var source = SourceGraph(
        ResourceGraph(folder.sources, inputs: folder.inputs, names: names), texts: folder.sources.files)
      source.unread = folder.missing.map { module in
        Unread(
          address: "module.\(module.name)", type: "module",
          reason: "the files of \(module.source) are not here (\(module.range)); a plan has its resources")
      }
      found.append(source)
    }
    let manifests = try SourceFile.yamlTexts(in: path, prefix: "\(path)/", code: code)
    let cluster = cluster(manifests)
    // Beside configuration, a folder has many files of this form that are no objects.
    let isRead = !cluster.graph.resources.isEmpty || !cluster.graph.diagnostics.isEmpty
    if found.isEmpty ? !manifests.isEmpty : isRead { found.append(cluster) }
    return found
  }

  private init(
    _ graph: ResourceGraph, isCluster: Bool = false, region: String? = nil, texts: [String: String] = [:]
  ) {
    self.graph = graph
    self.isCluster = isCluster
    self.region = region
    self.texts = texts
  }

  private static func file(
    _ path: String, code: String, names: ComputedNames?
  ) throws -> SourceGraph {
    let text = try SourceFile.text(path, code: code)
    if SourceFile.isYAML(path) { return cluster([path: text]) }
    if SourceFile.isConfiguration(path) {
      return SourceGraph(
        ResourceGraph(ConfigurationSources(files: [path: text]), names: names), texts: [path: text])
    }
    return try document(text, path: path, code: code)
  }

  /// A plan or a state as JSON.
  private static func document(_ text: String, path: String, code: String) throws -> SourceGraph {
    let json: JSONValue
    do {
      json = try JSONValue(parsing: text)
    } catch {
      throw fault(path, code: code, detail: "It is not JSON: \(error)")
    }
    if json["planned_values"] != nil || json["resource_changes"] != nil {
      return SourceGraph(try Plan(json).graph, region: PlanRegion.region(of: json))
    }
    guard State.isState(json) else {
      throw fault(
        path, code: code,
        detail: "It is neither a plan nor a state. Make one with: tofu show -json PLANFILE")
    }
    return SourceGraph(try State(json).graph)
  }

  /// What is no object of a cluster is a fault of the report, and the rest is read.
  private static func cluster(_ files: [String: String]) -> SourceGraph {
    var resources: [Resource] = []
    var faults: [Diagnostic] = []
    var others: [Unread] = []
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      if let reason = OtherYAML.reason(file: path, text: text) {
        others.append(Unread(address: path, type: "file", reason: "it is \(reason)"))
        continue
      }
      let (manifests, diagnostics) = ManifestReader.read(text, file: path, isForeign: true)
      faults += diagnostics
      resources += manifests.map(Resource.init)
    }
    var source = SourceGraph(
      ResourceGraph(resources: resources, diagnostics: faults), isCluster: true, texts: files)
    source.unread = others
    return source
  }

  private static func fault(_ path: String, code: String, detail: String) -> Diagnostic {
    Diagnostic(code: code, summary: "Cannot be read", detail: detail, range: SourceRange(file: path))
  }
}
