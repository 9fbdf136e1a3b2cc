import Basics
import Foundation
import HCL
import ResourceGraph
import Manifests
import Vocabulary

/// What is priced: a bundle, a folder of configuration or manifests, one file of either, a plan, or a state.
package struct CostSource: Sendable {
  package let graph: ResourceGraph
  /// Whether it is about objects of a cluster, whose share of its nodes is what they cost.
  package let isCluster: Bool
  /// Modules whose files are not here: what they cost is not known.
  package private(set) var unpriced: [PriceEstimate.Resource] = []
  /// Where resources are when they do not say: of a plan, what its provider is set to.
  package let region: String?

  /// - Throws: `Diagnostic` for what cannot be read.
  package init(path: String) throws {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Self.fault(path, detail: "There is no such file or folder.")
    }
    if isFolder {
      // A bundle is its infrastructure; its manifests run on nodes that are priced there.
      for part in ["infrastructure", "manifests"]
      where FileManager.default.fileExists(atPath: "\(path)/bundle.json")
        && FileManager.default.fileExists(atPath: "\(path)/\(part)")
      {
        self = try CostSource(path: "\(path)/\(part)")
        return
      }
      let folder = try ConfigurationFolder(path)
      if !folder.files.isEmpty {
        self.init(graph: ResourceGraph(folder.sources, inputs: folder.inputs))
        unpriced = folder.missing.map(Self.unpriced)
        return
      }
      let manifests = try SourceFile.yamlTexts(in: path, prefix: "\(path)/", code: Self.code)
      guard !manifests.isEmpty else {
        throw Self.fault(path, detail: "The folder has no *.tf, *.tofu, *.tf.json, *.yaml or *.yml files.")
      }
      self = Self.cluster(manifests)
      return
    }
    let text = try Self.text(path)
    if SourceFile.isYAML(path) {
      self = Self.cluster([path: text])
    } else if SourceFile.isConfiguration(path) {
      self.init(graph: ResourceGraph(files: [path: text]))
    } else {
      self = try Self.document(text, path: path)
    }
  }

  private init(graph: ResourceGraph, isCluster: Bool = false, region: String? = nil) {
    self.graph = graph
    self.isCluster = isCluster
    self.region = region
  }

  private static func unpriced(_ module: ConfigurationFolder.MissingModule) -> PriceEstimate.Resource {
    PriceEstimate.Resource(
      address: "module.\(module.name)", type: "module", status: .unpriced, monthly: nil,
      reason: "the files of \(module.source) are not here (\(module.range)); a plan has its resources")
  }

  /// A plan or a state as JSON.
  private static func document(_ text: String, path: String) throws -> CostSource {
    let json: JSONValue
    do {
      json = try JSONValue(parsing: text)
    } catch {
      throw fault(path, detail: "It is not JSON: \(error)")
    }
    if json["planned_values"] != nil || json["resource_changes"] != nil {
      return CostSource(
        graph: try Plan(json).graph,
        region: PlanRegion.region(of: json))
    }
    guard State.isState(json) else {
      throw fault(path, detail: "It is neither a plan nor a state. Make one with: tofu show -json PLANFILE")
    }
    return CostSource(graph: try State(json).graph)
  }

  /// What is no object of a cluster is a fault of the report, and the rest is priced.
  private static func cluster(_ files: [String: String]) -> CostSource {
    var resources: [Resource] = []
    var faults: [Diagnostic] = []
    var others: [PriceEstimate.Resource] = []
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      if let reason = OtherYAML.reason(file: path, text: text) {
        others.append(
          PriceEstimate.Resource(
            address: path, type: "file", status: .unpriced, monthly: nil, reason: "it is \(reason)"))
        continue
      }
      let (manifests, diagnostics) = ManifestReader.read(text, file: path, isForeign: true)
      faults += diagnostics
      resources += manifests.map(Resource.init)
    }
    var source = CostSource(graph: ResourceGraph(resources: resources, diagnostics: faults), isCluster: true)
    source.unpriced = others
    return source
  }

  private static func text(_ path: String) throws(Diagnostic) -> String {
    try SourceFile.text(path, code: code)
  }

  private static let code = "cost.unreadable"

  private static func fault(_ path: String, detail: String) -> Diagnostic {
    Diagnostic(
      code: code, summary: "Cannot be read", detail: detail, range: SourceRange(file: path))
  }
}
