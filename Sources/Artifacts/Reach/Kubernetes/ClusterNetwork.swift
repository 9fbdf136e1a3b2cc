/// One network and what is in it.
struct ClusterNetwork: Sendable {
  /// `pod network`, `primary UDN blue`, `secondary NAD storage`.
  var title: String
  var workloads: [ClusterWorkload]
  var policies: PolicyOrder
  /// Whether addresses outside of the cluster and its entrances are reached over it.
  var leadsOutside: Bool
}
