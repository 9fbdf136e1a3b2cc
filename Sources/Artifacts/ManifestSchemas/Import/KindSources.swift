import Basics
import StrictYAML

/// Reads texts that describe kinds, in whatever form they do: YAML of CustomResourceDefinitions, or JSON.
package enum KindSources {
  /// What is longer is no description of kinds.
  private static let limits = YAMLLimits(maximumSize: 64 << 20, maximumDepth: 200, maximumNodes: 10_000_000)

  /// - Parameters:
  ///   - files: texts by path.
  ///   - demands: what is asked of definitions beyond what they say.
  /// - Returns: the compact text of a file of kinds.
  /// - Throws: a diagnostic for what cannot be read, or where no kind is described.
  package static func compact(
    _ files: [String: String], name: String, version: String, demands: KindDemands = .none
  ) throws(Diagnostic) -> String {
    var importer = KindImport(demands: demands)
    for (file, text) in files.sorted(by: { $0.key < $1.key }) {
      if file.hasSuffix(".json") {
        importer.add(document: try json(text, file: file))
        continue
      }
      for node in try StrictYAML.documents(text, file: file, limits: limits, isForeign: true)
      where !node.isEmpty {
        let items = node["items"]?.elements ?? [node]
        for item in items where item["kind"]?.text == "CustomResourceDefinition" {
          importer.add(definition: item.json)
        }
      }
    }
    guard !importer.isEmpty else {
      throw Diagnostic(
        code: "schema.format", summary: "No kinds",
        detail:
          "Nothing here describes a kind: neither CustomResourceDefinitions nor a cluster's /openapi/v3 nor JSON schemas."
      )
    }
    return importer.compact(name: name, version: version)
  }

  private static func json(_ text: String, file: String) throws(Diagnostic) -> JSONValue {
    do {
      return try JSONValue(parsing: text)
    } catch {
      throw Diagnostic(
        code: "schema.format", summary: "Not a schema document", detail: "It is not JSON: \(error)",
        range: SourceRange(file: file))
    }
  }
}
