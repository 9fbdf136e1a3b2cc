/// One rule of a policy.
struct TrafficRule: Hashable, Sendable {
  enum Action: String, Hashable, Sendable {
    case allow = "Allow"
    case deny = "Deny"
    /// Leaves it to the policies of namespaces.
    case pass = "Pass"
  }

  enum Peer: Hashable, Sendable {
    case pods(PodSelection)
    /// A block without those taken out of it.
    case addresses(AddressRange, except: [AddressRange])
  }

  enum Ports: Hashable, Sendable {
    case numbers(Traffic)
    /// By the name that the pod which is reached gives to a port; nil for any protocol.
    case named(String, TransportProtocol?)
  }

  /// `ingress[0]`, with its name where it has one.
  var label: String
  var action: Action
  /// Nil for everybody.
  var peers: [Peer]?
  /// Nil for every port.
  var ports: [Ports]?

  /// What the rule is about on the way to a pod with these ports.
  func traffic(to declared: [ClusterPod.Port]) -> Traffic {
    guard let ports else { return .all }
    return ports.reduce(Traffic.none) { sum, port in
      switch port {
      case .numbers(let traffic): return sum.union(traffic)
      case .named(let name, let transport):
        return declared.filter { $0.name == name && (transport == nil || $0.transport == transport) }
          .reduce(sum) { $0.union(Traffic($1.transport, ports: PortSet(from: $1.number, to: $1.number))) }
      }
    }
  }

  var namesPorts: Bool {
    ports?.contains { if case .named = $0 { true } else { false } } ?? false
  }
}
