import Basics

/// The secrets that controllers make of other objects, so that who names one names something that is there.
struct MadeSecrets {
  private var names: Set<String> = []

  init(_ manifests: [Manifest]) {
    for manifest in manifests {
      for name in Self.names(of: manifest) { names.insert("\(manifest.namespace)/\(name)") }
    }
  }

  func contains(_ reference: ObjectReference) -> Bool {
    reference.kinds == ["Secret"] && names.contains("\(reference.namespace ?? "")/\(reference.name)")
  }

  private static func names(of manifest: Manifest) -> [String] {
    let spec = manifest.content["spec"]
    let group = manifest.apiVersion.prefix { $0 != "/" }
    switch (group, manifest.kind) {
    case ("cert-manager.io", "Certificate"): return [spec?["secretName"]?.string].compactMap { $0 }
    case ("external-secrets.io", "ExternalSecret"): return [spec?["target"]?["name"]?.string ?? manifest.name]
    case ("bitnami.com", "SealedSecret"): return [manifest.name]
    // From CloudNativePG's documentation: the login of the application's owner.
    case ("postgresql.cnpg.io", "Cluster"): return ["\(manifest.name)-app"]
    case ("networking.k8s.io", "Ingress"):
      // cert-manager makes the certificate of an ingress that names an issuer.
      let notes = manifest.content["metadata"]?["annotations"]?.object ?? []
      guard notes.contains(where: { $0.key.hasPrefix("cert-manager.io/") && $0.key.hasSuffix("issuer") })
      else { return [] }
      return (spec?["tls"]?.array ?? []).compactMap { $0["secretName"]?.string }
    default: return []
    }
  }
}
