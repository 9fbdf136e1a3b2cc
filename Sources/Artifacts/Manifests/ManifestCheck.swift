import Basics

/// What is wrong between and within objects that reads well as YAML, whatever their schema: names, selectors.
package enum ManifestCheck {
  package static func check(_ manifests: [Manifest]) -> [Diagnostic] {
    var seen: Set<String> = []
    return manifests.flatMap { manifest -> [Diagnostic] in
      var found: [Diagnostic] = []
      let isGenerated = manifest.content["metadata"]?["name"] == nil
      if !isGenerated, !seen.insert("\(manifest.apiVersion) \(manifest.address)").inserted {
        found.append(
          fault(
            manifest, summary: "Duplicate object",
            detail: "The object is there twice; the later one would replace the first.")
        )
      }
      // Names of roles are parts of a path, as `system:node`.
      if !manifest.apiVersion.hasPrefix("rbac.authorization.k8s.io/"),
        !isName(isGenerated ? manifest.name + "x" : manifest.name)
      {
        found.append(
          fault(
            manifest, summary: "Invalid name",
            detail:
              "'\(manifest.name)' is not a DNS subdomain name (RFC 1123): lower-case letters, digits, '-' and '.', at most 253."
          ))
      }
      found += selector(manifest)
      return found
    }
  }

  private static func isName(_ name: String) -> Bool {
    name.utf8.count <= 253
      && name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
        !label.isEmpty && label.first != "-" && label.last != "-"
          && label.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
      }
  }

  /// A workload whose selector does not match its own pods is refused by the API server.
  private static func selector(_ manifest: Manifest) -> [Diagnostic] {
    guard ["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet"].contains(manifest.kind) else { return [] }
    guard let wanted = manifest.content["spec"]?["selector"]?["matchLabels"]?.object, !wanted.isEmpty else {
      return [
        fault(
          manifest, summary: "Missing selector", detail: "A \(manifest.kind) needs spec.selector.matchLabels."
        )
      ]
    }
    let labels = manifest.content["spec"]?["template"]?["metadata"]?["labels"]
    let unmatched = wanted.filter { labels?[$0.key] != $0.value }.map(\.key)
    return unmatched.isEmpty
      ? []
      : [
        fault(
          manifest, summary: "Selector matches no pod",
          detail:
            "The labels of spec.template lack \(unmatched.joined(separator: ", ")) as spec.selector asks for it."
        )
      ]
  }

  private static func fault(_ manifest: Manifest, summary: String, detail: String) -> Diagnostic {
    Diagnostic(
      code: "manifest." + summary.lowercased().replacing(" ", with: "-"), summary: summary, detail: detail,
      range: manifest.range, address: manifest.address)
  }
}
