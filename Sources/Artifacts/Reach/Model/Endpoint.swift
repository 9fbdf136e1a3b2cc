/// One end of a connection.
package struct Endpoint: Hashable, Sendable {
  /// What stands at the end.
  package enum Kind: String, Hashable, Sendable, Codable {
    /// What runs, whatever the number of its copies.
    case workload
    /// Addresses outside of the network.
    case addresses
    /// What lets requests from outside in: the controller of ingresses, or a gateway.
    case entrance
    /// Whatever else may run in the network, now or later, and bears no label that a rule names.
    case network
    /// Whatever else may run in the network and bears the labels that some rule names.
    case labelled
  }

  package var kind: Kind
  /// `Deployment/shop/web`, `10.0.0.0-10.255.255.255`, `ingress-controller`, `entire cluster`.
  package var name: String

  package init(_ kind: Kind, name: String) {
    self.kind = kind
    self.name = name
  }
}
