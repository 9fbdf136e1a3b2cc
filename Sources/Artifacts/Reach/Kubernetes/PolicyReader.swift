import Basics
import Manifests

/// Reads policies of namespaces: NetworkPolicy, and MultiNetworkPolicy for further networks.
struct PolicyReader {
  /// What bears on the answer and is not modelled.
  private(set) var notes: [String] = []

  mutating func read(_ manifest: Manifest) -> [TrafficPolicy] {
    let spec = manifest.content["spec"]
    let types = (spec?["policyTypes"]?.array ?? []).compactMap(\.string)
    let governsIngress = types.isEmpty || types.contains("Ingress")
    let governsEgress = types.isEmpty ? spec?["egress"]?.array != nil : types.contains("Egress")
    let policy = TrafficPolicy(
      tier: .namespace, name: manifest.address, range: manifest.range,
      subject: PodSelection(
        namespaces: .named(manifest.namespace), pods: LabelSelector(spec?["podSelector"] ?? .null)),
      ingress: governsIngress ? rules(.ingress, of: manifest) : nil,
      egress: governsEgress ? rules(.egress, of: manifest) : nil)
    guard manifest.kind == "MultiNetworkPolicy" else { return [policy] }
    let networks =
      manifest.content["metadata"]?["annotations"]?["k8s.v1.cni.cncf.io/policy-for"]?.string ?? ""
    return NetworkReader.names(networks, namespace: manifest.namespace).map {
      var one = policy
      one.attachment = $0
      return one
    }
  }

  private mutating func rules(_ direction: Direction, of manifest: Manifest) -> [TrafficRule] {
    let rules = manifest.content["spec"]?[direction.rawValue]?.array ?? []
    return rules.enumerated().map { index, rule in
      let label = "\(direction.rawValue)[\(index)]"
      let place = "\(manifest.address) \(label)"
      let from = rule[direction == .ingress ? "from" : "to"]?.array ?? []
      let ports = rule["ports"]?.array ?? []
      return TrafficRule(
        label: label, action: .allow,
        peers: from.isEmpty ? nil : from.compactMap { peer($0, manifest: manifest, place: place) },
        ports: ports.isEmpty ? nil : ports.compactMap { self.ports($0, place: place) })
    }
  }

  private mutating func peer(_ peer: JSONValue, manifest: Manifest, place: String) -> TrafficRule.Peer? {
    if let block = peer["ipBlock"] {
      guard let range = block["cidr"]?.string.flatMap(AddressRange.init(block:)) else {
        notes.append(
          "\(place): the block \(block["cidr"]?.string ?? "") is not of IPv4; it is not looked at.")
        return nil
      }
      let except = (block["except"]?.array ?? []).compactMap { $0.string.flatMap(AddressRange.init(block:)) }
      return .addresses(range, except: except)
    }
    let namespaces = peer["namespaceSelector"].flatMap { $0.isNull ? nil : LabelSelector($0) }
    let pods = peer["podSelector"].flatMap { $0.isNull ? nil : LabelSelector($0) }
    guard namespaces != nil || pods != nil else {
      notes.append("\(place): a peer that names nothing is not looked at.")
      return nil
    }
    return .pods(
      PodSelection(
        namespaces: namespaces.map { .selected($0) } ?? .named(manifest.namespace),
        pods: pods ?? .everything))
  }

  private mutating func ports(_ port: JSONValue, place: String) -> TrafficRule.Ports? {
    guard let transport = TransportProtocol(rawValue: port["protocol"]?.string ?? "TCP") else {
      notes.append(
        "\(place): the protocol \(port["protocol"]?.string ?? "") is not known; it is not looked at.")
      return nil
    }
    if let name = port["port"]?.string {
      // What is written as a text of digits is a number for people and a name for the API server.
      return .named(name, transport)
    }
    guard let first = port["port"]?.integer else { return .numbers(Traffic(transport, ports: .all)) }
    return .numbers(
      Traffic(transport, ports: PortSet(from: first, to: port["endPort"]?.integer ?? first)))
  }
}
