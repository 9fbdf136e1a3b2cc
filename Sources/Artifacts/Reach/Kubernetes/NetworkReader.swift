import Basics
import Manifests

/// Reads which networks there are beside the cluster's own, and who is in them.
struct NetworkReader {
  let namespaces: ClusterNamespaces

  /// Of a namespace: the network that takes the place of the cluster's own.
  func primaries(_ manifests: [Manifest]) -> [String: String] {
    var found: [String: String] = [:]
    for manifest in manifests where isPrimary(manifest) {
      for namespace in members(manifest) where isReady(namespace) {
        found[namespace] =
          manifest.kind == "UserDefinedNetwork"
          ? "primary UDN \(manifest.namespace)" : "primary CUDN \(manifest.name)"
      }
    }
    return found
  }

  /// Of a further network as pods name it: its title.
  func secondaries(_ manifests: [Manifest]) -> [NetworkName: String] {
    var found: [NetworkName: String] = [:]
    for manifest in manifests {
      switch manifest.kind {
      case "NetworkAttachmentDefinition":
        found[NetworkName(namespace: manifest.namespace, name: manifest.name)] =
          "secondary NAD \(manifest.name)"
      case "UserDefinedNetwork" where !isPrimary(manifest):
        found[NetworkName(namespace: manifest.namespace, name: manifest.name)] =
          "secondary UDN \(manifest.namespace)/\(manifest.name)"
      case "ClusterUserDefinedNetwork" where !isPrimary(manifest):
        for namespace in members(manifest) {
          found[NetworkName(namespace: namespace, name: manifest.name)] = "secondary CUDN \(manifest.name)"
        }
      default: break
      }
    }
    return found
  }

  private func isPrimary(_ manifest: Manifest) -> Bool {
    guard ["UserDefinedNetwork", "ClusterUserDefinedNetwork"].contains(manifest.kind) else { return false }
    let spec =
      manifest.kind == "UserDefinedNetwork" ? manifest.content["spec"] : manifest.content["spec"]?["network"]
    return [spec?["layer2"], spec?["layer3"]].contains { $0?["role"]?.string == "Primary" }
  }

  private func members(_ manifest: Manifest) -> [String] {
    guard manifest.kind == "ClusterUserDefinedNetwork" else { return [manifest.namespace] }
    let selector = LabelSelector(manifest.content["spec"]?["namespaceSelector"] ?? .null)
    return namespaces.names.filter { selector.matches(namespaces.labels(of: $0)) }
  }

  /// Only a namespace with this label gets a network of its own.
  private func isReady(_ namespace: String) -> Bool {
    namespaces.labels(of: namespace)["k8s.ovn.org/primary-user-defined-network"] != nil
  }

  /// The further networks of a pod, by its annotation or, of a virtual machine, by its template.
  static func attachments(
    annotations: [String: String], spec: JSONValue?, namespace: String
  ) -> [NetworkName] {
    let written = annotations["k8s.v1.cni.cncf.io/networks"] ?? ""
    let machine = (spec?["networks"]?.array ?? []).compactMap { $0["multus"]?["networkName"]?.string }
    return names(written, namespace: namespace) + machine.flatMap { names($0, namespace: namespace) }
  }

  /// `a, other/b@eth1`, or a list of objects as JSON.
  static func names(_ text: String, namespace: String) -> [NetworkName] {
    if text.first(where: { !$0.isWhitespace }) == "[" {
      return list(text).compactMap { entry in
        entry["name"]?.string.map {
          NetworkName(namespace: entry["namespace"]?.string ?? namespace, name: $0)
        }
      }
    }
    return text.split(separator: ",").compactMap { part in
      let words = part.split { $0.isWhitespace || $0 == "@" }
      guard let word = words.first else { return nil }
      let parts = word.split(separator: "/").map(String.init)
      return parts.count == 2
        ? NetworkName(namespace: parts[0], name: parts[1])
        : NetworkName(namespace: namespace, name: String(word))
    }
  }

  private static func list(_ text: String) -> [JSONValue] {
    do {
      return try JSONValue(parsing: text).array ?? []
    } catch {
      // What is no JSON names no network: the plugin attaches none either.
      return []
    }
  }
}
