import Basics
import Clouds
import Foundation
import StrictYAML

/// What the API server asks of Kubernetes' own objects beyond its published schema, by definition; from
/// `schema/demands.yaml` of the pack.
package struct KindDemands: Sendable {
  struct Demand: Sendable {
    var required: [String] = []
    /// Lists that are required and may not be empty.
    var filled: [String] = []
    /// The values that a field takes.
    var values: [String: [String]] = [:]
    /// The values that the elements of a list take.
    var elements: [String: [String]] = [:]
  }

  private let demands: [String: Demand]

  package static let none = KindDemands(demands: [:])

  func demand(of definition: String) -> Demand? { demands[definition] }

  /// - Throws: where the file that comes with the program is broken.
  package static func shipped() throws(ManifestSchemasError) -> KindDemands {
    let name = "demands.yaml"
    var demands: [String: Demand] = [:]
    do {
      for cloud in CloudCatalog.current.clouds {
        for url in try cloud.files(in: .schemas, endingIn: name) {
          let root = try StrictYAML.document(String(contentsOf: url, encoding: .utf8), file: name)
          for pair in root.pairs ?? [] { demands[pair.key] = demand(pair.value) }
        }
      }
    } catch {
      throw ManifestSchemasError(
        .brokenFile, summary: "A file of the program is broken",
        detail: "schema/\(name): It cannot be read: \(error). Install Consilium again.")
    }
    return KindDemands(demands: demands)
  }

  private static func demand(_ node: YAMLNode) -> Demand {
    func texts(_ node: YAMLNode?) -> [String] { node?.elements?.compactMap(\.text) ?? [] }
    func values(_ key: String) -> [String: [String]] {
      Dictionary(
        (node[key]?.pairs ?? []).map { ($0.key, texts($0.value)) }, uniquingKeysWith: { first, _ in first })
    }
    return Demand(
      required: texts(node["required"]), filled: texts(node["filled"]), values: values("values"),
      elements: values("elements"))
  }
}
