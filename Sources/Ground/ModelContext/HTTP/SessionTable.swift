import Basics
import Digests
import Synchronization

/// The handshakes of clients of earlier revisions over HTTP, each its caller's own.
final class SessionTable: Sendable {
  /// Sessions of one caller at the same time; the oldest makes room.
  private static let most = 32

  private struct Entry {
    let id: String
    let caller: String
    let session: HandshakeSession
    var inFlight: [RequestID: CancellationSwitch] = [:]
  }

  private let entries = Mutex<[Entry]>([])

  /// - Returns: an id that nobody can guess.
  func open(_ session: HandshakeSession, caller: ContextCaller) -> String {
    let id = MessageKey.unguessable()
    let old: [Entry] = entries.withLock { entries in
      entries.append(Entry(id: id, caller: caller.name, session: session))
      let own = entries.filter { $0.caller == caller.name }
      guard own.count > Self.most, let oldest = own.first else { return [] }
      entries.removeAll { $0.id == oldest.id }
      return [oldest]
    }
    old.forEach(Self.end)
    return id
  }

  /// Another caller's session is none.
  func session(_ id: String, caller: ContextCaller) -> HandshakeSession? {
    entries.withLock { $0.first { $0.id == id && $0.caller == caller.name }?.session }
  }

  /// Ends what is answered in it.
  /// - Returns: false where there is none.
  func close(_ id: String, caller: ContextCaller) -> Bool {
    let entry: Entry? = entries.withLock { entries in
      guard let index = entries.firstIndex(where: { $0.id == id && $0.caller == caller.name }) else {
        return nil
      }
      return entries.remove(at: index)
    }
    entry.map(Self.end)
    return entry != nil
  }

  private static func end(_ entry: Entry) { entry.inFlight.values.forEach { $0.throwSwitch() } }

  /// - Returns: false where another request with the id is being answered.
  func begin(_ request: RequestID, in id: String, cancellation: CancellationSwitch) -> Bool {
    entries.withLock { entries in
      guard let index = entries.firstIndex(where: { $0.id == id }), entries[index].inFlight[request] == nil,
        entries[index].inFlight.count < StdioServer.mostInFlight
      else { return false }
      entries[index].inFlight[request] = cancellation
      return true
    }
  }

  func end(_ request: RequestID, in id: String) {
    entries.withLock { entries in
      guard let index = entries.firstIndex(where: { $0.id == id }) else { return }
      entries[index].inFlight[request] = nil
    }
  }

  func cancel(_ request: RequestID, in id: String, caller: ContextCaller) {
    let cancellation = entries.withLock { entries in
      entries.first { $0.id == id && $0.caller == caller.name }?.inFlight[request]
    }
    cancellation?.throwSwitch()
  }
}
