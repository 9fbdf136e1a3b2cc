import Basics
import Foundation
import Manifests
import Reach

/// Who reaches whom by the files of a folder.
package struct ReachService: Sendable {
  /// What was found, as text and as JSON, and what could not be read.
  package struct Answer: Sendable {
    package let text: String
    package let json: JSONValue
    package let faults: [Diagnostic]

    /// Without every object that is there nothing certain can be said.
    package var exitStatus: ExitStatus { faults.isEmpty ? .done : .undecided }
  }

  /// Which connections are asked for.
  package struct Question: Sendable {
    private let filter: ReachFilter
    fileprivate let port: Int?

    /// - Parameters:
    ///   - from: nil for every end; the whole name, its end, or an address or block.
    ///   - port: nil for every port.
    ///   - includesUnknown: whether what may run in the cluster and is not among the files counts, too.
    package init(from: String? = nil, to: String? = nil, port: Int? = nil, includesUnknown: Bool = false) {
      filter = ReachFilter(from: from, to: to, includesUnknown: includesUnknown)
      self.port = port
    }

    fileprivate func report(_ manifests: [Manifest]) -> ReachReport {
      ReachReport(KubernetesReach(manifests), filter: filter, port: port)
    }

    /// - Throws: `Diagnostic` for a name that is nobody's in any of the models.
    fileprivate func check(_ models: [KubernetesReach]) throws(Diagnostic) {
      let ends = models.flatMap { $0.endpoints(includesUnknown: filter.includesUnknown) }
      for (option, name) in [("--from", filter.from), ("--to", filter.to)] {
        guard let name, !ends.contains(where: { ReachFilter(from: name).admits(from: $0) }) else { continue }
        throw Diagnostic(
          code: "reach.unknown-end", summary: "Nobody of that name",
          detail: "\(option) '\(name)' is nobody here."
            + Spelling.hint(for: name, among: ends.flatMap { Self.names($0) }))
      }
    }

    private static func names(_ end: Endpoint) -> [String] {
      let parts = end.name.split(separator: "/")
      return end.kind == .workload
        ? (0..<parts.count).map { parts[$0...].joined(separator: "/") } : [end.name]
    }
  }

  package init() {}

  /// - Parameter path: a folder of manifests, a bundle, or a file.
  /// - Throws: `Diagnostic` for what cannot be read or has no network that is modelled, and for a name that is nobody's.
  package func report(_ path: String, question: Question) throws -> Answer {
    let (manifests, faults) = try read(path)
    try question.check([KubernetesReach(manifests)])
    let report = question.report(manifests)
    return Answer(text: report.text, json: report.json, faults: faults)
  }

  /// - Parameter before: what there was before the change.
  /// - Throws: as `report(_:question:)`.
  package func compare(_ path: String, to before: String, question: Question) throws -> Answer {
    let (old, new) = (try read(before), try read(path))
    try question.check([KubernetesReach(old.manifests), KubernetesReach(new.manifests)])
    let comparison = ReachComparison(
      before: question.report(old.manifests), after: question.report(new.manifests))
    return Answer(text: comparison.text, json: comparison.json, faults: old.faults + new.faults)
  }

  private func read(_ path: String) throws -> (manifests: [Manifest], faults: [Diagnostic]) {
    let texts = try Self.texts(path)
    var manifests: [Manifest] = []
    var faults: [Diagnostic] = []
    for (file, text) in texts.sorted(by: { $0.key < $1.key }) where !Self.isSomethingElse(file, text: text) {
      let read = ManifestReader.read(text, file: file, isForeign: true)
      manifests += read.manifests
      faults += read.diagnostics
    }
    if manifests.isEmpty {
      throw faults.first ?? Self.fault(path, detail: "There is no Kubernetes object in it.")
    }
    return (manifests, faults)
  }

  /// What lies among objects and is none: charts, and JSON that names no kind.
  private static func isSomethingElse(_ file: String, text: String) -> Bool {
    OtherYAML.reason(file: file, text: text) != nil
      || file.hasSuffix(".json") && !(text.contains("\"apiVersion\"") && text.contains("\"kind\""))
  }

  private static func texts(_ path: String) throws -> [String: String] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw fault(path, detail: "There is no such file or folder.")
    }
    guard isFolder else { return [path: try SourceFile.text(path, code: code)] }
    let manifests = "\(path)/manifests"
    if FileManager.default.fileExists(atPath: "\(path)/bundle.json"),
      FileManager.default.fileExists(atPath: manifests)
    {
      return try texts(manifests)
    }
    let place = RelativePath.normalized(path)
    let texts = try SourceFile.manifestTexts(in: path, prefix: place == "." ? "" : "\(place)/", code: code)
    guard texts.isEmpty else { return texts }
    let hasConfiguration = try !ConfigurationFolder(path).files.isEmpty
    throw fault(
      path,
      detail: hasConfiguration
        ? "It is a configuration, and networks of configurations are not modelled; name a folder of Kubernetes manifests."
        : "The folder has no *.yaml, *.yml or *.json files.")
  }

  private static let code = "reach.unreadable"

  private static func fault(_ path: String, detail: String) -> Diagnostic {
    Diagnostic(
      code: code, summary: "Cannot be read", detail: detail, range: SourceRange(file: path))
  }
}
