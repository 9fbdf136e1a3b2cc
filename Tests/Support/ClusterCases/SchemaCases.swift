import Basics
import Foundation
import ManifestSchemas
import Manifests

/// A file of objects as the schemas judge it.
package struct SchemaCase: Sendable {
  package let name: String
  /// What is wrong, `code: detail`.
  package let faults: [String]
  /// Kinds and rules that could not be decided.
  package let unchecked: Set<String>

  /// Every file of a folder and the folders in it, by name.
  package static func all(in root: URL) throws -> [SchemaCase] {
    let validator = try ManifestValidator()
    let names = FileManager.default.subpaths(atPath: root.path) ?? []
    return try names.sorted().filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".json") }.map { name in
      let text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
      let read = ManifestReader.read(text, file: name, isForeign: true)
      let verdict = validator.validate(read.manifests)
      return SchemaCase(
        name: name, faults: (read.diagnostics + verdict.diagnostics).map { "\($0.code): \($0.detail)" },
        unchecked: verdict.unchecked)
    }
  }

  /// Of objects that are named, and whose enumerations are filled, with words that stand for any.
  package enum Standing: Sendable {
    case valid, removed, unknown, invalid
  }

  /// What an object with every field set comes to.
  package var standing: Standing {
    let held = faults.filter { !$0.hasPrefix("manifest.taken-value") }
    let own = held.filter { !$0.hasPrefix("manifest.missing-field: A Kubernetes object needs") }
    if own.contains(where: { $0.hasPrefix("manifest.removed-api-version") }) { return .removed }
    if !own.isEmpty { return .invalid }
    return !unchecked.isEmpty || own.count < held.count ? .unknown : .valid
  }

  /// Whether it is judged as its name says: wrong, of a kind that nobody knows here, or right.
  package var isAsNamed: Bool {
    let file = name.split(separator: "/").last ?? ""
    if file.contains("invalid") || file.contains("missing") { return !faults.isEmpty }
    let isForeign = file == "test_crd.yaml" || file.hasPrefix("grafana")
    return faults.isEmpty && unchecked.isEmpty != isForeign
  }
}
