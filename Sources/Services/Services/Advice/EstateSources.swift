import Advice
import Basics
import Foundation
import HCL
import ResourceGraph
import Manifests

/// Reads what a person names: folders of code and manifests, files of either, plans and states. A state and the code
/// beside it are one estate, joined by address.
struct EstateSources {
  private var resources: [Resource] = []
  private var documents: [String] = []
  private var manifests: [Resource] = []
  private var code: [String: String] = [:]
  private var configurations: [CodeConfiguration] = []
  private var configuration: [Resource] = []
  private var declared: [Resource] = []
  private var sources: Set<AdviceSource> = []
  private(set) var notes: [String] = []

  /// - Throws: `Diagnostic` with the path of what cannot be read.
  init(_ paths: [String]) throws {
    for path in paths { try read(path) }
  }

  private mutating func read(_ path: String) throws {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Self.fault(path, detail: "There is no such file or folder.")
    }
    if isFolder { return try readFolder(path) }
    let text = try Self.text(path)
    if SourceFile.isYAML(path) {
      try addManifests([path: text], isStrict: true)
    } else if SourceFile.isConfiguration(path) {
      try addCode(
        [path: text], graph: ResourceGraph(files: [path: text]),
        configuration: CodeConfiguration(ConfigurationSources(files: [path: text])))
    } else {
      try addDocument(text, path: path)
    }
  }

  private mutating func readFolder(_ path: String) throws {
    let configuration = try ConfigurationFolder(path)
    let files = configuration.ownFiles
    let yaml = try Self.yaml(in: path)
    guard !files.isEmpty || !yaml.isEmpty else {
      throw Self.fault(path, detail: "The folder has no *.tf, *.tofu, *.tf.json, *.yaml or *.yml files.")
    }
    if !files.isEmpty {
      try addCode(
        files, graph: ResourceGraph(configuration.sources, inputs: configuration.inputs),
        configuration: CodeConfiguration(
          configuration.sources, values: configuration.inputFiles,
          foreign: Set(configuration.files.keys).subtracting(files.keys)))
      notes += configuration.missing.map { module in
        "The files of module \(module.name) (\(module.source), \(module.range)) are not here: nothing in it was judged. "
          + "Run init, or give a plan or a state."
      }
    }
    if !yaml.isEmpty { try addManifests(yaml, isStrict: files.isEmpty) }
  }

  private mutating func addCode(
    _ files: [String: String], graph: ResourceGraph, configuration unit: CodeConfiguration
  ) throws {
    let syntax = graph.diagnostics.filter { $0.code == "hcl.syntax" }
    if !syntax.isEmpty { throw DiagnosticsError(syntax) }
    code.merge(files) { first, _ in first }
    configurations.append(unit)
    declared += graph.resources
    configuration += graph.configuration
    sources.insert(.resources)
  }

  /// Files among code need not be manifests; those a person names do.
  private mutating func addManifests(_ files: [String: String], isStrict: Bool) throws {
    var skipped = 0
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      if let reason = OtherYAML.reason(file: path, text: text) {
        notes.append("\(path) was left out: it is \(reason).")
        continue
      }
      let (found, diagnostics) = ManifestReader.read(text, file: path, isForeign: true)
      if isStrict, !diagnostics.isEmpty { throw DiagnosticsError(diagnostics) }
      if !diagnostics.isEmpty { skipped += 1 }
      guard !found.isEmpty else { continue }
      manifests += found.map(Resource.init)
      code[path] = text
      sources.insert(.manifests)
    }
    if skipped > 0 {
      notes.append("\(skipped) YAML file(s) beside the code are no manifests and were left out.")
    }
  }

  private mutating func addDocument(_ text: String, path: String) throws {
    let json: JSONValue
    do {
      json = try JSONValue(parsing: text)
    } catch {
      throw Self.fault(path, detail: "It is not JSON: \(error)")
    }
    documents.append(path)
    sources.insert(.resources)
    if json["planned_values"] != nil || json["resource_changes"] != nil {
      resources += try Plan(json).graph.resources
    } else if State.isState(json) {
      resources += try State(json).graph.resources
      sources.insert(.state)
    } else {
      throw Self.fault(
        path, detail: "It is neither a plan nor a state. Make one with: tofu show -json, or tofu state pull")
    }
  }

  /// Everything as one estate.
  func estate(name: String, region: String, today: CalendarDay) -> Estate {
    var notes = notes
    var existing = resources
    if documents.isEmpty {
      existing = declared
    } else if !declared.isEmpty {
      let known = Dictionary(declared.map { ($0.address, $0) }) { first, _ in first }
      var joined = 0
      existing = resources.map { resource in
        guard let code = known[resource.address] else { return resource }
        joined += 1
        var resource = resource
        resource.references += code.references.filter { !resource.references.contains($0) }
        return resource
      }
      let addresses = Set(resources.map(\.address))
      let planned = declared.filter { $0.kind == .managed && !addresses.contains($0.address) }.count
      notes.append("\(joined) of \(resources.count) resources were found in the code by their address.")
      if planned > 0 {
        notes.append("\(planned) resources are in the code only and were left out: they do not exist yet.")
      }
    }
    return Estate(
      name: name, graph: ResourceGraph(resources: existing + manifests, configuration: configuration),
      code: CodeBase(
        files: code, configurations: configurations, resources: declared + manifests),
      document: documents.joined(separator: ", "), region: region, sources: sources, today: today,
      notes: notes)
  }

  private static func yaml(in folder: String) throws -> [String: String] {
    let prefix = folder == "." ? "" : folder.hasSuffix("/") ? folder : "\(folder)/"
    return try SourceFile.yamlTexts(in: folder, prefix: prefix, code: code)
  }

  private static func text(_ path: String) throws(Diagnostic) -> String {
    try SourceFile.text(path, code: code)
  }

  private static let code = "advice.source"

  private static func fault(_ path: String, detail: String) -> Diagnostic {
    Diagnostic(
      code: code, summary: "Cannot be read", detail: detail, range: SourceRange(file: path))
  }
}
