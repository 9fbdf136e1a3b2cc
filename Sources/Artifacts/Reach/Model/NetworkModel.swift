/// Who may reach whom, as far as files tell. Each kind of network (a Kubernetes cluster, a cloud's) is one model beside the
/// others; what asks for connections, compares or prints them knows none of them.
package protocol NetworkModel: Sendable {
  /// Every pair of ends in every network that something gets between, in a stable order.
  func connections() -> [Connection]

  /// Every pair that the filter lets through, with what stops it where nothing gets through.
  func passages(_ filter: ReachFilter) -> [Connection]

  /// Every end there is, each once.
  /// - Parameter includesUnknown: as in `ReachFilter`.
  func endpoints(includesUnknown: Bool) -> [Endpoint]

  /// What bears on the answer and is not modelled, in full sentences.
  var notes: [String] { get }
}

extension NetworkModel {
  package func connections() -> [Connection] {
    passages(ReachFilter()).filter { !$0.traffic.isEmpty }
  }
}
