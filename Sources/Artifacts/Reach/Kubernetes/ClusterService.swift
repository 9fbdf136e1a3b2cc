import Basics
import Manifests

/// A Service: which pods it leads to, and which of its ports to which of theirs.
struct ClusterService: Sendable {
  let namespace: String
  let name: String
  private let selection: PodSelection?
  private let ports: [JSONValue]

  init(_ manifest: Manifest) {
    namespace = manifest.namespace
    name = manifest.name
    let labels = manifest.content["spec"]?["selector"]?.labels ?? [:]
    selection =
      labels.isEmpty
      ? nil
      : PodSelection(
        namespaces: .named(manifest.namespace),
        pods: LabelSelector(labels: labels.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }))
    ports = manifest.content["spec"]?["ports"]?.array ?? []
  }

  func leads(to pod: ClusterPod) -> Bool { selection?.matches(pod) ?? false }

  /// The traffic that comes to a pod by a port of the service, as far as a container declares it; a pod that declares no
  /// port may listen on any.
  func traffic(by port: Entrance.Port, to pod: ClusterPod) -> Traffic {
    ports.filter { isMeant($0, by: port) }.reduce(Traffic.none) { sum, entry in
      let transport = TransportProtocol(rawValue: entry["protocol"]?.string ?? "TCP") ?? .tcp
      let number: Int?
      if let name = entry["targetPort"]?.string {
        number = pod.ports.first { $0.name == name && $0.transport == transport }?.number
      } else {
        number = entry["targetPort"]?.integer ?? entry["port"]?.integer
      }
      guard let number,
        pod.ports.isEmpty || pod.ports.contains(where: { $0.number == number && $0.transport == transport })
      else { return sum }
      return sum.union(Traffic(transport, ports: PortSet(from: number, to: number)))
    }
  }

  private func isMeant(_ entry: JSONValue, by port: Entrance.Port) -> Bool {
    switch port {
    case .all: true
    case .number(let number): entry["port"]?.integer == number
    case .name(let name): entry["name"]?.string == name
    case .target(let target):
      entry["targetPort"]?.labelText == target || entry["name"]?.string == target
        || entry["targetPort"] == nil && entry["port"]?.labelText == target
    }
  }
}
