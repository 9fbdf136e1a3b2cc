import ResourceGraph
import Basics
import CloudReach
import Foundation
import HCL
import Manifests
import Reach

/// The networks that a path holds: those of a cluster by its objects, those of a cloud by configuration or a plan.
struct NetworkSource {
  let models: [any NetworkModel]
  /// What could not be read, and so is missing from every answer.
  let faults: [Diagnostic]

  /// - Throws: `Diagnostic` for what cannot be read and for what has no network.
  init(path: String) throws {
    let objects = try Self.manifests(path)
    var models: [any NetworkModel] = objects.manifests.isEmpty ? [] : [KubernetesReach(objects.manifests)]
    var faults = objects.faults
    for source in try Self.configurations(path) {
      if let fault = source.graph.diagnostics.first(where: { $0.code.hasPrefix("hcl.syntax") }) {
        throw fault
      }
      for book in try NetworkBook.shipped()
      where source.graph.resources.contains(where: { book.knows($0.type) }) {
        models.append(CloudReach(source.graph, book: book))
      }
      faults += source.unread.filter { $0.type == "module" }.map {
        Diagnostic(
          code: Self.code, summary: "A module is not here",
          detail: "\($0.address): \($0.reason), and who it lets in.", range: SourceRange(file: path))
      }
    }
    guard !models.isEmpty else {
      throw faults.first
        ?? Self.fault(
          path, detail: "There is no Kubernetes object in it, and nothing that makes or stands in a network.")
    }
    self.models = models
    self.faults = faults
  }

  private static func configurations(_ path: String) throws -> [SourceGraph] {
    var isFolder = false
    _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    if isFolder {
      let isBundle = FileManager.default.fileExists(atPath: "\(path)/bundle.json")
      let folder = isBundle ? "\(path)/infrastructure" : path
      guard FileManager.default.fileExists(atPath: folder), try !ConfigurationFolder(folder).files.isEmpty
      else { return [] }
      return try SourceGraph.parts(path: folder, code: code, names: NetworkBook.computedNames)
        .filter { !$0.isCluster }
    }
    let text = try SourceFile.text(path, code: code)
    guard SourceFile.isConfiguration(path) || (path.hasSuffix(".json") && !isObject(text)) else { return [] }
    return try SourceGraph.parts(path: path, code: code, names: NetworkBook.computedNames)
  }

  private static func manifests(_ path: String) throws -> (manifests: [Manifest], faults: [Diagnostic]) {
    var manifests: [Manifest] = []
    var faults: [Diagnostic] = []
    for (file, text) in try texts(path).sorted(by: { $0.key < $1.key })
    where !isSomethingElse(file, text: text) {
      let read = ManifestReader.read(text, file: file, isForeign: true)
      manifests += read.manifests
      faults += read.diagnostics
    }
    return (manifests, faults)
  }

  /// What lies among objects and is none: charts, configuration, and JSON that names no kind.
  private static func isSomethingElse(_ file: String, text: String) -> Bool {
    OtherYAML.reason(file: file, text: text) != nil || SourceFile.isConfiguration(file)
      || file.hasSuffix(".json") && !isObject(text)
  }

  private static func isObject(_ text: String) -> Bool {
    text.contains("\"apiVersion\"") && text.contains("\"kind\"")
  }

  private static func texts(_ path: String) throws -> [String: String] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw fault(path, detail: "There is no such file or folder.")
    }
    guard isFolder else { return [path: try SourceFile.text(path, code: code)] }
    let manifests = "\(path)/manifests"
    if FileManager.default.fileExists(atPath: "\(path)/bundle.json") {
      return FileManager.default.fileExists(atPath: manifests) ? try texts(manifests) : [:]
    }
    let place = RelativePath.normalized(path)
    return try SourceFile.manifestTexts(in: path, prefix: place == "." ? "" : "\(place)/", code: code)
  }

  private static let code = "reach.unreadable"

  private static func fault(_ path: String, detail: String) -> Diagnostic {
    Diagnostic(code: code, summary: "Cannot be read", detail: detail, range: SourceRange(file: path))
  }
}
