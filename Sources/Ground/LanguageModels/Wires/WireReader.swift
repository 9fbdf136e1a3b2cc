import Basics
import CurlHTTP

/// Reads a streamed answer piece by piece.
struct WireReader {
  private let wire: any Wire
  private var events = ServerSentEventReader()
  private var lines = LineReader()
  private(set) var answer = AnswerInProgress()
  /// A piece nested deeper than this is no answer of a model.
  private static let maximumDepth = 128

  init(wire: any Wire) {
    self.wire = wire
  }

  /// Takes what arrived and gives what can be heard of it.
  mutating func take(_ chunk: [UInt8]) throws(ModelError) -> [ModelEvent] {
    if wire.isEventStream {
      for event in events.events(in: chunk) { try take(document: event.data) }
    } else {
      for line in lines.lines(in: chunk) { try take(document: line) }
    }
    return answer.takeHeard()
  }

  /// The stream is over.
  mutating func finish() throws(ModelError) {
    if !wire.isEventStream, let last = lines.last() { try take(document: last) }
  }

  private mutating func take(document bytes: [UInt8]) throws(ModelError) {
    guard !bytes.isEmpty else { return }
    if bytes.elementsEqual("[DONE]".utf8) {
      answer.isEnded = true
      return
    }
    try wire.read(event: Self.document(bytes), into: &answer)
  }

  static func document(_ bytes: [UInt8]) throws(ModelError) -> JSONValue {
    do {
      return try JSONValue(parsing: bytes, maximumDepth: maximumDepth)
    } catch {
      throw ModelError.malformed("it is not JSON that can be read (\(error.message))")
    }
  }
}
