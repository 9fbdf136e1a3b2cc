import Basics
import Manifests

/// Reads Ingress, Route and the routes of gateways.
struct EntranceReader {
  static let controller = Endpoint(.entrance, name: "ingress-controller")
  private let grants: [ReferenceGrant]
  private(set) var notes: [String] = []

  init(_ manifests: [Manifest]) {
    grants = manifests.filter { $0.kind == "ReferenceGrant" }.map(ReferenceGrant.init)
  }

  mutating func read(_ manifest: Manifest) -> [Entrance] {
    switch manifest.kind {
    case "Ingress": ingress(manifest)
    case "Route" where manifest.apiVersion.hasPrefix("route.openshift.io/"): route(manifest)
    case "HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute": gatewayRoute(manifest)
    default: []
    }
  }

  private func entrance(
    _ manifest: Manifest, endpoint: Endpoint = EntranceReader.controller, namespace: String? = nil,
    service: String, port: Entrance.Port
  ) -> Entrance {
    Entrance(
      endpoint: endpoint, rule: manifest.address, range: manifest.range,
      namespace: namespace ?? manifest.namespace, service: service, port: port)
  }

  private func ingress(_ manifest: Manifest) -> [Entrance] {
    let spec = manifest.content["spec"]
    let paths = (spec?["rules"]?.array ?? []).flatMap { $0["http"]?["paths"]?.array ?? [] }
    let backends =
      paths.compactMap { $0["backend"] } + [spec?["defaultBackend"], spec?["backend"]].compactMap { $0 }
    return backends.compactMap { backend in
      if let service = backend["service"], let name = service["name"]?.string {
        let port: Entrance.Port? =
          service["port"]?["number"]?.integer.map { .number($0) }
          ?? service["port"]?["name"]?.string.map { .name($0) }
        return entrance(manifest, service: name, port: port ?? .all)
      }
      // As extensions/v1beta1 and networking.k8s.io/v1beta1 wrote it.
      guard let name = backend["serviceName"]?.string else { return nil }
      let port: Entrance.Port? =
        backend["servicePort"]?.integer.map { .number($0) }
        ?? backend["servicePort"]?.string.map { .name($0) }
      return entrance(manifest, service: name, port: port ?? .all)
    }
  }

  private func route(_ manifest: Manifest) -> [Entrance] {
    let spec = manifest.content["spec"]
    let targets = [spec?["to"]].compactMap { $0 } + (spec?["alternateBackends"]?.array ?? [])
    let target = spec?["port"]?["targetPort"]
    let port: Entrance.Port = target.map { .target($0.labelText) } ?? .all
    return targets.filter { ($0["kind"]?.string ?? "Service") == "Service" }.compactMap { to in
      to["name"]?.string.map { entrance(manifest, service: $0, port: port) }
    }
  }

  private mutating func gatewayRoute(_ manifest: Manifest) -> [Entrance] {
    let spec = manifest.content["spec"]
    let parents = (spec?["parentRefs"]?.array ?? []).filter { ($0["kind"]?.string ?? "Gateway") == "Gateway" }
    let backends = (spec?["rules"]?.array ?? []).flatMap { $0["backendRefs"]?.array ?? [] }
    var found: [Entrance] = []
    for parent in parents {
      guard let name = parent["name"]?.string else { continue }
      let gateway = "Gateway/\(parent["namespace"]?.string ?? manifest.namespace)/\(name)"
      for backend in backends where (backend["kind"]?.string ?? "Service") == "Service" {
        guard let service = backend["name"]?.string else { continue }
        let namespace = backend["namespace"]?.string ?? manifest.namespace
        guard
          namespace == manifest.namespace
            || grants.contains(where: { $0.allows(manifest, toServicesIn: namespace, named: service) })
        else {
          notes.append(
            "\(manifest.address): no ReferenceGrant in \(namespace) lets it refer to the service \(service); it leads nowhere."
          )
          continue
        }
        found.append(
          entrance(
            manifest, endpoint: Endpoint(.entrance, name: gateway), namespace: namespace, service: service,
            port: backend["port"]?.integer.map { .number($0) } ?? .all))
      }
    }
    return found
  }
}
