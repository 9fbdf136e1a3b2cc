import HCL

/// Whom a Kubernetes NetworkPolicy lets in (`spec.ingress[].from[]`).
struct TrafficPeers {
  private let peers: [Value]
  /// Whether some rule has no `from`, which lets everybody in.
  private let isOpen: Bool

  init(policy: Value) {
    guard case .list(let rules)? = policy["spec"]?["ingress"] else {
      (peers, isOpen) = ([], false)
      return
    }
    var found: [Value] = []
    var open = false
    for rule in rules {
      if case .list(let from)? = rule["from"], !from.isEmpty { found += from } else { open = true }
    }
    (peers, isOpen) = (found, open)
  }

  /// Whether somebody is let in, nobody by a selector that matches all, and each by labels that the words name: `app=api`
  /// stands for exactly that label of a pod, other words have to be part of a label's key or value.
  func areOnly(_ words: String) -> Bool {
    !isOpen && !peers.isEmpty && peers.allSatisfy { isSelected($0, by: words) }
  }

  private func isSelected(_ peer: Value, by words: String) -> Bool {
    let pods = Self.labels(peer["podSelector"])
    let spaces = Self.labels(peer["namespaceSelector"])
    let pair = words.split(separator: "=", maxSplits: 1).map(String.init)
    if pair.count == 2 { return pods.contains { $0.key == pair[0] && $0.value == pair[1] } }
    if let block = peer["ipBlock"]?["cidr"]?.text { return block == words && block != "0.0.0.0/0" }
    let terms = words.lowercased().split(separator: " ").filter { $0.count > 3 }
    return (pods + spaces).contains { label in
      terms.contains { "\(label.key)=\(label.value)".lowercased().contains($0) }
    }
  }

  private static func labels(_ selector: Value?) -> [(key: String, value: String)] {
    guard case .object(let members)? = selector?["matchLabels"] else { return [] }
    return members.compactMap { key, value in value.text.map { (key, $0) } }
  }
}
