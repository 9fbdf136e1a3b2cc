import Basics
import Synchronization

/// Hands changes to those who listen for them; each hears only of what is its caller's own.
package final class EventHub: Sendable {
  private struct Listener {
    let caller: String
    let continuation: AsyncStream<ContextEvent>.Continuation
  }

  private struct State {
    var next = 0
    var listeners: [Int: Listener] = [:]
  }

  /// Events that wait for a slow listener; older ones are dropped, as each says only that something changed.
  private static let waiting = 256
  /// Listeners of one caller at the same time.
  static let most = 16

  private let state = Mutex(State())

  package init() {}

  package func publish(_ event: ContextEvent, to caller: String) {
    let listeners = state.withLock { $0.listeners.values.filter { $0.caller == caller } }
    for listener in listeners { listener.continuation.yield(event) }
  }

  /// The changes from now on, until whoever listens stops; nil where too many listen already.
  func listen(_ caller: String) -> AsyncStream<ContextEvent>? {
    let (events, continuation) = AsyncStream.makeStream(
      of: ContextEvent.self, bufferingPolicy: .bufferingNewest(Self.waiting))
    let number: Int? = state.withLock { state in
      guard state.listeners.values.count(where: { $0.caller == caller }) < Self.most else { return nil }
      state.next += 1
      state.listeners[state.next] = Listener(caller: caller, continuation: continuation)
      return state.next
    }
    guard let number else { return nil }
    continuation.onTermination = { [weak self] _ in
      _ = self?.state.withLock { $0.listeners.removeValue(forKey: number) }
    }
    return events
  }

  /// Ends every stream in good order: the server goes.
  package func close() {
    let listeners = state.withLock { $0.listeners.values.map(\.continuation) }
    for listener in listeners { listener.finish() }
  }
}
