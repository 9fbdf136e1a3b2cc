import Basics
import Manifests

/// Reads policies of a whole cluster: AdminNetworkPolicy, BaselineAdminNetworkPolicy, and ClusterNetworkPolicy, which took
/// the place of both.
struct AdminPolicyReader {
  /// What bears on the answer and is not modelled.
  private(set) var notes: [String] = []

  mutating func read(_ manifest: Manifest) -> TrafficPolicy? {
    guard let spec = manifest.content["spec"] else { return nil }
    guard let subject = selection(spec["subject"] ?? .null) else {
      notes.append("\(manifest.address): its subject cannot be read; the policy is not looked at.")
      return nil
    }
    let isBaseline =
      manifest.kind == "BaselineAdminNetworkPolicy" || spec["tier"]?.string?.lowercased() == "baseline"
    return TrafficPolicy(
      tier: isBaseline ? .baseline : .admin(priority: spec["priority"]?.integer ?? 0),
      name: manifest.address, range: manifest.range, subject: subject,
      ingress: rules(.ingress, of: manifest), egress: rules(.egress, of: manifest))
  }

  private func selection(_ subject: JSONValue) -> PodSelection? {
    if let namespaces = subject["namespaces"] {
      return PodSelection(namespaces: .selected(LabelSelector(namespaces)), pods: .everything)
    }
    guard let pods = subject["pods"] else { return nil }
    return PodSelection(
      namespaces: .selected(LabelSelector(pods["namespaceSelector"] ?? .null)),
      pods: LabelSelector(pods["podSelector"] ?? .null))
  }

  private mutating func rules(_ direction: Direction, of manifest: Manifest) -> [TrafficRule]? {
    guard let rules = manifest.content["spec"]?[direction.rawValue]?.array, !rules.isEmpty else { return nil }
    return rules.enumerated().compactMap { index, rule in
      let label = "\(direction.rawValue)[\(index)]" + (rule["name"]?.string.map { " \($0)" } ?? "")
      let place = "\(manifest.address) \(label)"
      let written = rule["action"]?.string ?? ""
      guard let action = TrafficRule.Action(rawValue: written == "Accept" ? "Allow" : written) else {
        notes.append("\(place): the action '\(written)' is not known; the rule is not looked at.")
        return nil
      }
      let peers = rule[direction == .ingress ? "from" : "to"]?.array ?? []
      let ports = rule["ports"]?.array ?? rule["protocols"]?.array ?? []
      return TrafficRule(
        label: label, action: action, peers: peers.flatMap { self.peers($0, place: place) },
        ports: ports.isEmpty ? nil : ports.compactMap { self.ports($0, place: place) })
    }
  }

  private mutating func peers(_ peer: JSONValue, place: String) -> [TrafficRule.Peer] {
    if let selection = selection(peer) { return [.pods(selection)] }
    if let networks = peer["networks"]?.array {
      return networks.compactMap { network in
        guard let range = network.string.flatMap(AddressRange.init(block:)) else {
          notes.append("\(place): the block \(network.string ?? "") is not of IPv4; it is not looked at.")
          return nil
        }
        return .addresses(range, except: [])
      }
    }
    let kind = peer.object?.first?.key ?? "nothing"
    notes.append("\(place): a peer by '\(kind)' is not modelled; traffic to it is not decided here.")
    return []
  }

  private mutating func ports(_ port: JSONValue, place: String) -> TrafficRule.Ports? {
    if let name = port["namedPort"]?.string ?? port["destinationNamedPort"]?.string {
      return .named(name, nil)
    }
    if let number = port["portNumber"], let transport = Self.transport(number) {
      let value = number["port"]?.integer ?? 0
      return .numbers(Traffic(transport, ports: PortSet(from: value, to: value)))
    }
    if let range = port["portRange"], let transport = Self.transport(range) {
      return .numbers(
        Traffic(
          transport, ports: PortSet(from: range["start"]?.integer ?? 0, to: range["end"]?.integer ?? 0)))
    }
    for transport in TransportProtocol.allCases {
      guard let ports = port[transport.rawValue.lowercased()] else { continue }
      let destination = ports["destinationPort"]
      if let number = destination?["number"]?.integer {
        return .numbers(Traffic(transport, ports: PortSet(from: number, to: number)))
      }
      if let range = destination?["range"] {
        return .numbers(
          Traffic(
            transport, ports: PortSet(from: range["start"]?.integer ?? 0, to: range["end"]?.integer ?? 0)))
      }
      return .numbers(Traffic(transport, ports: .all))
    }
    notes.append("\(place): a port by '\(port.object?.first?.key ?? "nothing")' is not modelled.")
    return nil
  }

  private static func transport(_ port: JSONValue) -> TransportProtocol? {
    TransportProtocol(rawValue: port["protocol"]?.string ?? "TCP")
  }
}
