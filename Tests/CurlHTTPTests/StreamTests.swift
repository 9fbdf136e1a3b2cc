import Basics
import CurlHTTP
import Testing

/// Readers of streams, on every way of cutting a stream into pieces.
struct StreamTests {
  private static let stream =
    "\u{FEFF}: a comment\nevent: ping\ndata: one\r\ndata: two\r\n\r\nid: 7\ndata:three\n\n\ndata: {\"a\":1}\r\rdata: cut"

  @Test(arguments: [1, 2, 3, 5, 1000]) func eventsAreTheSameInAnyPieces(size: Int) {
    var reader = ServerSentEventReader()
    let bytes = Array(Self.stream.utf8)
    let events = stride(from: 0, to: bytes.count, by: size).flatMap {
      reader.events(in: Array(bytes[$0..<min($0 + size, bytes.count)]))
    }
    #expect(
      events == [
        ServerSentEvent(name: "ping", data: Array("one\ntwo".utf8)),
        ServerSentEvent(data: Array("three".utf8)),
        ServerSentEvent(data: Array(#"{"a":1}"#.utf8)),
      ])
  }

  @Test(arguments: [1, 2, 4, 100]) func linesAreTheSameInAnyPieces(size: Int) {
    var reader = LineReader()
    let bytes = Array("a\n\nb\r\nc\rd".utf8)
    var lines = stride(from: 0, to: bytes.count, by: size).flatMap {
      reader.lines(in: Array(bytes[$0..<min($0 + size, bytes.count)]))
    }
    if let last = reader.last() { lines.append(last) }
    #expect(lines.map { String(decoding: $0, as: UTF8.self) } == ["a", "", "b", "c", "d"])
  }
}
