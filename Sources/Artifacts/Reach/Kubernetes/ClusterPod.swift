/// What policies see of a pod: its labels, those of its namespace, and the names of its ports.
struct ClusterPod: Hashable, Sendable {
  struct Port: Hashable, Sendable {
    /// Nil for a port without a name.
    var name: String?
    var transport: TransportProtocol
    var number: Int
  }

  var namespace: String
  var namespaceLabels: [String: String]
  var labels: [String: String]
  /// What its containers declare.
  var ports: [Port] = []
  /// Networks beside the first that it asks for: namespace and name.
  var attachments: [NetworkName] = []
  /// Whether it shares the network of its node, whose traffic policies need not govern.
  var isOnHostNetwork = false
}

/// A network as a pod names it.
struct NetworkName: Hashable, Sendable {
  var namespace: String
  var name: String
}
