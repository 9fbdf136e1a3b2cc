import Basics
import Foundation
import ModelContext
import Synchronization
import Testing

/// A client at the other end of two streams, which sends bytes and waits for messages.
final class Wire: Sendable {
  private let received = Mutex<[JSONValue]>([])
  private let arrivals: AsyncStream<Void>
  private let arrived: AsyncStream<Void>.Continuation
  private let pipe = Pipe()

  private init() {
    (arrivals, arrived) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
  }

  /// Serves while the body talks, and waits for the server's end.
  static func open(
    scopes: Set<String> = [], _ body: @escaping @Sendable (Wire) async throws -> Void
  ) async throws {
    let wire = Wire()
    let server = StdioServer(
      server: ContextServer(provider: TrialProvider()), caller: ContextCaller(name: "test", scopes: scopes),
      input: try StandardInput(wire.pipe.fileHandleForReading.fileDescriptor)
    ) { message in
      wire.received.withLock { $0.append(message) }
      wire.arrived.yield()
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run() }
      do {
        try await body(wire)
        try wire.pipe.fileHandleForWriting.close()
        try await group.waitForAll()
      } catch {
        group.cancelAll()
        throw error
      }
    }
  }

  var all: [JSONValue] { received.withLock { $0 } }

  func send(_ bytes: String) throws {
    try pipe.fileHandleForWriting.write(contentsOf: Data((bytes + "\n").utf8))
  }

  func send(raw bytes: [UInt8]) throws { try pipe.fileHandleForWriting.write(contentsOf: Data(bytes)) }

  static let meta: JSONValue = .object([
    JSONMember(MetaKey.protocolVersion, value: "2026-07-28"),
    JSONMember(MetaKey.clientCapabilities, value: [:]),
  ])

  /// `_meta` of a client that can do everything.
  static let able: JSONValue = .object([
    JSONMember(MetaKey.protocolVersion, value: "2026-07-28"),
    JSONMember(
      MetaKey.clientCapabilities,
      value: ["elicitation": ["form": [:]], "extensions": .object([JSONMember(MetaKey.tasks, value: [:])])]),
  ])

  static func request(
    _ method: String, id: Int, params: JSONValue = [:], meta: JSONValue = Wire.meta
  ) -> String {
    OutgoingMessage.request(
      .integer(id), method: method,
      params: .object((params.object ?? []) + [JSONMember("_meta", value: meta)])
    ).compact
  }

  /// Sends a request without state and gives its response.
  func ask(
    _ method: String, id: Int, params: JSONValue = [:], meta: JSONValue = Wire.meta
  ) async throws -> JSONValue {
    try send(Self.request(method, id: id, params: params, meta: meta))
    return try await message { $0["id"]?.integer == id && $0["method"] == nil }
  }

  /// The first message that fits, now or later.
  func message(where fits: @escaping @Sendable (JSONValue) -> Bool) async throws -> JSONValue {
    let late = TimedOut(received: all.map(\.compact))
    return try await withTimeout(.seconds(20), error: late) { [self] in
      while true {
        if let found = all.first(where: fits) { return found }
        var iterator = arrivals.makeAsyncIterator()
        _ = await iterator.next()
        try Task.checkCancellation()
      }
    }
  }

  struct TimedOut: Error { let received: [String] }
}
