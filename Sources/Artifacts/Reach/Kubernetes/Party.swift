/// One end as policies see it.
enum Party: Hashable, Sendable {
  case pod(ClusterPod)
  case addresses(AddressRange)

  /// Whether a rule with these peers is about it; nil peers are everybody.
  func isAmong(_ peers: [TrafficRule.Peer]?) -> Bool {
    guard let peers else { return true }
    return peers.contains { peer in
      switch (self, peer) {
      case (.pod(let pod), .pods(let selection)): selection.matches(pod)
      case (.addresses(let range), .addresses(let block, let except)):
        block.contains(range) && !except.contains { $0.contains(range) }
      default: false
      }
    }
  }
}
