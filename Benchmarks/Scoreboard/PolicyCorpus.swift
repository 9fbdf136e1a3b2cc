import Foundation
import Policies
import ResourceGraph
import StrictYAML
import Vocabulary

/// The labelled examples of other collections: of Terraform only.
struct PolicyCorpus {
  let root: URL
  let pack: PolicyPack
  /// Checks that have no example in Terraform.
  private(set) var without: [String] = []
  private(set) var cases: [LabelledPolicyCase] = []

  init(_ root: URL, pack: PolicyPack) throws {
    self.root = root
    self.pack = pack
    try readTrivy()
    try readResources()
    try readGraphs()
  }

  /// YAML with `terraform: {good: [text], bad: [text]}`.
  private mutating func readTrivy() throws {
    for path in try paths(in: "trivy", endingIn: ".yaml") {
      let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
      let node = try StrictYAML.documents(text, file: path, isForeign: true).first
      let name = String(path.dropLast(5))
      let examples = ["good", "bad"].flatMap { label in
        (node?["terraform"]?[label]?.elements ?? []).compactMap(\.text).map { text in
          LabelledPolicyCase.Example(
            isBad: label == "bad", failing: Set(failures(in: ["main.tf": text]).map(\.rule)))
        }
      }
      add(
        name, source: "trivy", cloud: path.split(separator: "/").dropFirst().first.map(String.init), examples)
    }
  }

  /// Folders whose resources are named for what is expected of them.
  private mutating func readResources() throws {
    for folder in try folders(in: "checkov-resource", depth: 2) {
      let files = try files(in: folder)
      let findings = failures(in: files)
      let graph = ResourceGraph(files: files)
      let examples = graph.resources.compactMap { resource -> LabelledPolicyCase.Example? in
        guard let isBad = Self.label(resource.name) else { return nil }
        return example(resource.address, isBad: isBad, findings)
      }
      add(
        folder, source: "checkov-resource",
        cloud: folder.split(separator: "/").dropFirst().first.map(String.init), examples)
    }
  }

  /// Folders with `expected.yaml`: addresses that pass and fail.
  private mutating func readGraphs() throws {
    for folder in try folders(in: "checkov-graph", depth: 1) {
      let files = try files(in: folder)
      let findings = failures(in: files)
      let place = root.appending(path: "\(folder)/expected.yaml")
      guard let text = try? String(contentsOf: place, encoding: .utf8),
        let node = try StrictYAML.documents(text, file: folder, isForeign: true).first
      else { continue }
      let examples = ["pass", "fail"].flatMap { label in
        (node[label]?.elements ?? []).compactMap(\.text).map {
          example($0, isBad: label == "fail", findings)
        }
      }
      let types =
        examples.isEmpty ? "" : (node["fail"]?.elements ?? []).compactMap(\.text).joined(separator: " ")
      add(
        folder, source: "checkov-graph", cloud: types.split(separator: "_").first.map(String.init), examples)
    }
  }

  private func example(
    _ address: String, isBad: Bool, _ findings: [(rule: String, address: String)]
  ) -> LabelledPolicyCase.Example {
    let own = findings.filter { $0.address == address || $0.address.hasPrefix("\(address)[") }
    return LabelledPolicyCase.Example(isBad: isBad, failing: Set(own.map(\.rule)))
  }

  private mutating func add(
    _ name: String, source: String, cloud: String?, _ examples: [LabelledPolicyCase.Example]
  ) {
    guard examples.contains(where: \.isBad) else { return without.append(name) }
    let known = ["aws": "aws", "azure": "azure", "azurerm": "azure", "gcp": "google", "google": "google"]
    let own = cloud.flatMap { known[$0.split(separator: ".").last.map(String.init) ?? $0] }
    cases.append(LabelledPolicyCase(name: name, source: source, cloud: own, examples: examples))
  }

  private func failures(in files: [String: String]) -> [(rule: String, address: String)] {
    pack.findings(in: ResourceGraph(files: files)).filter { $0.outcome == .fail }.map {
      ($0.rule, $0.address)
    }
  }

  private func files(in folder: String) throws -> [String: String] {
    var files: [String: String] = [:]
    for path in try paths(in: folder, endingIn: ".tf") {
      files[String(path.dropFirst(folder.count + 1))] = try String(
        contentsOf: root.appending(path: path), encoding: .utf8)
    }
    return files
  }

  private func paths(in folder: String, endingIn ending: String) throws -> [String] {
    let base = root.appending(path: folder)
    return (FileManager.default.subpaths(atPath: base.path) ?? []).filter { $0.hasSuffix(ending) }.sorted()
      .map { "\(folder)/\($0)" }
  }

  private func folders(in folder: String, depth: Int) throws -> [String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
      .sorted()
    let own = names.map { "\(folder)/\($0)" }
    return depth == 1 ? own : try own.flatMap { try folders(in: $0, depth: depth - 1) }
  }

  /// What the name of a resource says of it; nil where it says nothing.
  private static func label(_ name: String) -> Bool? {
    let lower = name.lowercased()
    if ["fail", "bad", "not_ok", "notok", "invalid", "insecure"].contains(where: lower.contains) {
      return true
    }
    return ["pass", "good", "ok", "valid", "secure"].contains(where: lower.contains) ? false : nil
  }
}
