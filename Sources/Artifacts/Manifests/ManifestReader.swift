import Basics
import StrictYAML

/// Reads the objects of YAML files: strict YAML, several documents, `kind: List` taken apart.
package enum ManifestReader {
  /// Every object that can be read, and what is wrong with the rest. A document without anything in it is none.
  /// - Parameter isForeign: whether others wrote the file: anchors and aliases are followed then.
  package static func read(_ text: String, file: String, isForeign: Bool = false) -> (
    manifests: [Manifest], diagnostics: [Diagnostic]
  ) {
    let nodes: [YAMLNode]
    do {
      nodes = try StrictYAML.documents(text, file: file, isForeign: isForeign)
    } catch {
      return ([], [error])
    }
    var manifests: [Manifest] = []
    var diagnostics: [Diagnostic] = []
    for node in nodes where !node.isEmpty {
      let parts = Self.parts(of: node)
      for part in parts {
        do {
          manifests.append(try manifest(part, file: file))
        } catch {
          diagnostics.append(error)
        }
      }
    }
    return (manifests, diagnostics)
  }

  /// The items of a list. In a list of one kind (`PodList`) they need not say what they are.
  private static func parts(of node: YAMLNode) -> [YAMLNode] {
    guard let kind = node["kind"]?.text, kind.hasSuffix("List"), let items = node["items"] else {
      return [node]
    }
    let own = String(kind.dropLast("List".count))
    return (items.elements ?? []).map { item in
      guard !own.isEmpty, let pairs = item.pairs else { return item }
      let lacking = [("apiVersion", node["apiVersion"]?.text), ("kind", own)].filter { item[$0.0] == nil }
      let added = lacking.compactMap { key, text in
        text.map { text in
          YAMLNode.Pair(
            key: key, keyPosition: item.position,
            value: YAMLNode(.scalar(.init(text: text, style: .plain, isString: true)), at: item.position))
        }
      }
      return added.isEmpty ? item : YAMLNode(.mapping(added + pairs), at: item.position)
    }
  }

  private static func manifest(_ node: YAMLNode, file: String) throws(Diagnostic) -> Manifest {
    func need(_ path: [String]) throws(Diagnostic) -> String {
      var here: YAMLNode? = node
      for key in path { here = here?[key] }
      guard let text = here?.text, !text.isEmpty else {
        throw Diagnostic(
          code: "manifest.missing-field", summary: "Missing field",
          detail: "A Kubernetes object needs '\(path.joined(separator: "."))', a text.",
          range: SourceRange(file: file, start: node.position))
      }
      return text
    }
    let apiVersion = try need(["apiVersion"])
    let kind = try need(["kind"])
    // The API server makes a name of a prefix that it is given instead.
    let prefix = node["metadata"]?["name"] == nil ? node["metadata"]?["generateName"]?.text : nil
    let name: String
    if let prefix { name = prefix } else { name = try need(["metadata", "name"]) }
    return Manifest(
      apiVersion: apiVersion, kind: kind, namespace: node["metadata"]?["namespace"]?.text ?? "default",
      name: name,
      content: node.json, range: SourceRange(file: file, start: node.position), source: node)
  }
}
