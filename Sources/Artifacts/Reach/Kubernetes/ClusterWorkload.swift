/// What runs, with all its copies: pods of one owner are one end.
struct ClusterWorkload: Sendable {
  var endpoint: Endpoint
  /// Its pods, those that look alike once.
  var variants: [ClusterPod]

  var namespace: String { variants.first?.namespace ?? "" }
}
