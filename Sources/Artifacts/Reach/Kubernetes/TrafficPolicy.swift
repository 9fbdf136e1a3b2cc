import Basics

/// A policy of any kind.
struct TrafficPolicy: Sendable {
  enum Tier: Hashable, Sendable {
    /// Decides before those of namespaces; the smaller number first.
    case admin(priority: Int)
    /// Those of a namespace: what none of them allows is stopped where one governs the pod.
    case namespace
    /// Decides where no policy of a namespace governs the pod.
    case baseline
  }

  var tier: Tier
  /// `NetworkPolicy/shop/web`.
  var name: String
  var range: SourceRange
  var subject: PodSelection
  /// Nil for the networks that pods have first; else the further network that it governs.
  var attachment: NetworkName?
  /// Nil where it does not govern the direction.
  var ingress: [TrafficRule]?
  var egress: [TrafficRule]?

  func rules(_ direction: Direction) -> [TrafficRule]? { direction == .ingress ? ingress : egress }
}

/// Into a pod or out of it.
enum Direction: String, Hashable, Sendable {
  case egress, ingress
}
