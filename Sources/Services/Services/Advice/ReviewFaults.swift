import Synchronization

/// Models that failed in a night, by the agent they answered for: they are asked no more, and the report names them.
final class ReviewFaults: Sendable {
  private let faults = Mutex<[String: String]>([:])

  subscript(agent: String) -> String? { faults.withLock { $0[agent] } }

  func note(_ agent: String, fault: String) { faults.withLock { $0[agent] = fault } }
}
