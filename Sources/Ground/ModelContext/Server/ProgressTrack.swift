import Basics
import Synchronization

/// Tells a client how far its request is, where it asked to be told: never less than before.
final class ProgressTrack: Sendable {
  private let token: JSONValue?
  private let notify: @Sendable (JSONValue) -> Void
  private let last = Mutex(-Double.infinity)

  init(_ request: RemoteRequest, peer: ContextPeer) {
    token = RequestID(request.meta?["progressToken"])?.json
    notify = peer.notify
  }

  @Sendable func report(_ done: Double, of total: Double?, message: String) {
    guard let token else { return }
    let isNew = last.withLock { last in
      guard done > last else { return false }
      last = done
      return true
    }
    guard isNew else { return }
    notify(
      OutgoingMessage.notification(
        "notifications/progress",
        params: .members([
          ("progressToken", token), ("progress", .number(done)), ("total", total.map(JSONValue.number)),
          ("message", .string(message)),
        ])))
  }
}
