import Basics
import Synchronization

/// What is said about one request, in order: messages, then the response or nothing.
final class MessageStream: Sendable {
  enum Element: Sendable {
    case message(JSONValue)
    case last(JSONValue)
    /// The request was taken back.
    case end
  }

  private struct State {
    var elements: [Element] = []
    /// Rung when there is something to read.
    var bell: CancellationSwitch?
  }

  /// Takes the request back.
  let cancellation = CancellationSwitch()
  private let state = Mutex(State())

  var send: @Sendable (JSONValue) -> Void {
    { [self] message in
      if !cancellation.isThrown { put(.message(message)) }
    }
  }

  func finish(with response: JSONValue?) { put(response.map(Element.last) ?? .end) }

  private func put(_ element: Element) {
    let bell = state.withLock { state in
      state.elements.append(element)
      defer { state.bell = nil }
      return state.bell
    }
    bell?.throwSwitch()
  }

  /// The next element; nil where none comes in time.
  func first(within limit: Duration) async -> Element? {
    let bell = CancellationSwitch()
    if let element = take(orRing: bell) { return element }
    do {
      try await bell.run { try await Task.sleep(for: limit) }
    } catch {
      // It was rung, or nobody waits any more: what there is says which.
    }
    return take(orRing: nil)
  }

  private func take(orRing bell: CancellationSwitch?) -> Element? {
    state.withLock { state in
      guard state.elements.isEmpty else { return state.elements.removeFirst() }
      state.bell = bell
      return nil
    }
  }
}
