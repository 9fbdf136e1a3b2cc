import Basics
import CurlHTTP
import Glibc
import ScriptedServer
import Testing

/// Exchanges with a server on loopback.
struct CurlTransportTests {
  private let server: ScriptedServer
  private let transport = CurlTransport(environment: [:])

  init() throws {
    server = try ScriptedServer()
  }

  private func request(_ path: String, _ timeouts: HTTPTimeouts = HTTPTimeouts()) -> HTTPRequest {
    HTTPRequest(.get, address: server.address + path, timeouts: timeouts)
  }

  @Test func aWholeAnswerComesWithItsHead() async throws {
    let response = try await transport.exchange(request("/bytes?count=100000"))
    #expect(response.head.status == 200)
    #expect(response.head["content-length"] == "100000")
    #expect(response.body == Array(repeating: 0x61, count: 100_000))
  }

  @Test func aStreamComesInPieces() async throws {
    let stream = try await transport.open(request("/events?count=20&every=2"))
    var reader = ServerSentEventReader()
    var seen: [String] = []
    while let chunk = try await stream.next() {
      seen += reader.events(in: chunk).map { String(decoding: $0.data, as: UTF8.self) }
    }
    #expect(seen == (0..<20).map(String.init))
  }

  @Test func ofTwoReadersNoneHangsAndNothingIsLost() async throws {
    let stream = try await transport.open(request("/events?count=40&every=2"))
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<3 {
        group.addTask {
          var count = 0
          while let chunk = try await stream.next() { count += chunk.count }
          return count
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    let whole = try await transport.exchange(request("/events?count=40&every=2")).body.count
    #expect(counts.reduce(0, +) == whole)
  }

  @Test(arguments: [1, 10, 16_384, 70_000]) func theRestIsNeverMoreThanAskedFor(limit: Int) async throws {
    let stream = try await transport.open(request("/bytes?count=100000"))
    #expect(try await stream.rest(limit: limit).count == limit)
  }

  @Test func aSlowReaderPausesTheTransferAndLosesNothing() async throws {
    let stream = try await transport.open(request("/bytes?count=4000000"))
    var count = 0
    while let chunk = try await stream.next() {
      count += chunk.count
      await Task.yield()
    }
    #expect(count == 4_000_000)
  }

  @Test func anAnswerThatIsTooLongIsRefused() async throws {
    var request = request("/bytes?count=100000")
    request.maximumAnswer = 1000
    let error = await #expect(throws: HTTPError.self) { try await transport.exchange(request) }
    #expect(error?.code == .tooLarge)
  }

  @Test func aLateFirstByteIsAnError() async throws {
    let late = request("/wait?milliseconds=3000", HTTPTimeouts(firstByte: .milliseconds(80)))
    let error = await #expect(throws: HTTPError.self) { try await transport.exchange(late) }
    #expect(error?.code == .firstByteTimeout)
  }

  @Test func aStalledStreamIsAnError() async throws {
    let late = request("/events?count=3&every=3000", HTTPTimeouts(idle: .milliseconds(80)))
    let error = await #expect(throws: HTTPError.self) {
      let stream = try await transport.open(late)
      while try await stream.next() != nil {}
    }
    #expect(error?.code == .idleTimeout)
  }

  @Test func theWholeExchangeHasALimit() async throws {
    let late = request("/events?count=1000&every=20", HTTPTimeouts(total: .milliseconds(150)))
    let error = await #expect(throws: HTTPError.self) {
      let stream = try await transport.open(late)
      while try await stream.next() != nil {}
    }
    #expect(error?.code == .totalTimeout)
  }

  @Test func aRefusedConnectionSaysSo() async throws {
    let dead = try ScriptedServer()
    dead.stop()
    let error = await #expect(throws: HTTPError.self) {
      try await transport.exchange(HTTPRequest(.get, address: "\(dead.address)/?key=secret"))
    }
    #expect(error?.code == .cannotConnect)
    #expect(error?.detail.contains("secret") == false)
  }

  @Test func cancellationEndsTheTransferAtOnce() async throws {
    let task = Task { try await transport.exchange(request("/wait?milliseconds=600000")) }
    try await Task.sleep(for: .milliseconds(50))
    let start = ContinuousClock.now
    task.cancel()
    let result = await task.result
    #expect(throws: HTTPError.self) { try result.get() }
    // Far from the ten minutes the answer would take, and from what a busy machine may need.
    #expect(ContinuousClock.now - start < .seconds(120))
  }

  @Test(arguments: ["ftp://127.0.0.1/", "file:///etc/passwd", "nonsense"]) func otherSchemesAreRefused(
    address: String
  ) async throws {
    let error = await #expect(throws: HTTPError.self) {
      try await transport.exchange(HTTPRequest(.get, address: address))
    }
    #expect(error?.code == .badAddress)
  }

  @Test func aHeaderCannotHoldALine() async throws {
    let request = HTTPRequest(.get, address: server.address, headers: [HTTPHeader("x", value: "a\r\nb: c")])
    let error = await #expect(throws: HTTPError.self) { try await transport.exchange(request) }
    #expect(error?.code == .badAddress)
  }

  @Test func aThousandStreamsAtOnce() async throws {
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<1000 {
        group.addTask {
          let stream = try await transport.open(request("/events?count=5&every=40"))
          var reader = ServerSentEventReader()
          var count = 0
          while let chunk = try await stream.next() { count += reader.events(in: chunk).count }
          return count
        }
      }
      return try await group.reduce(into: [Int]()) { $0.append($1) }
    }
    #expect(counts == Array(repeating: 5, count: 1000))
  }
}
