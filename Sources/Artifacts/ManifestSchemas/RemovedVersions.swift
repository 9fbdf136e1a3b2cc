import Basics
import Clouds
import Foundation
import StrictYAML

/// The API versions that Kubernetes has removed, with the version that removed them and what took their place, from
/// `schema/removed-versions.yaml` of the pack.
struct RemovedVersions: Sendable {
  struct Removal: Sendable {
    var apiVersion: String
    var kind: String
    /// The first version of Kubernetes that no longer has it.
    var version: String
    /// Nil where nothing took its place.
    var successor: String?

    /// What a person is told.
    var detail: String {
      let next = successor.map { "use \($0)" } ?? "nothing took its place"
      return "Kubernetes \(version) removed \(apiVersion)/\(kind); \(next)."
    }
  }

  private let removals: [String: Removal]

  func removal(of kind: String, in apiVersion: String) -> Removal? { removals["\(apiVersion)/\(kind)"] }

  static func shipped() throws(ManifestSchemasError) -> RemovedVersions {
    let name = "removed-versions.yaml"
    func broken(_ reason: String) -> ManifestSchemasError {
      ManifestSchemasError(
        .brokenFile, summary: "A file of the program is broken",
        detail: "schema/\(name): \(reason) Install Consilium again.")
    }
    var removals: [String: Removal] = [:]
    do {
      for cloud in CloudCatalog.current.clouds {
        for url in try cloud.files(in: .schemas, endingIn: name) {
          let text = try String(contentsOf: url, encoding: .utf8)
          for removal in try read(text) { removals["\(removal.apiVersion)/\(removal.kind)"] = removal }
        }
      }
    } catch {
      throw broken("It cannot be read: \(error).")
    }
    guard !removals.isEmpty else { throw broken("There is none.") }
    return RemovedVersions(removals: removals)
  }

  private static func read(_ text: String) throws(Diagnostic) -> [Removal] {
    let root = try StrictYAML.document(text, file: "removed-versions.yaml")
    return (root.elements ?? []).flatMap { entry -> [Removal] in
      guard let version = entry["removed"]?.text, let apiVersion = entry["apiVersion"]?.text else {
        return []
      }
      return (entry["kinds"]?.elements ?? []).compactMap(\.text).map {
        Removal(apiVersion: apiVersion, kind: $0, version: version, successor: entry["use"]?.text)
      }
    }
  }
}
