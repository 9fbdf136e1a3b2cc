import Basics
import CurlHTTP

/// Reads a streamed answer piece by piece.
struct WireReader {
  private let wire: any Wire
  private var events = ServerSentEventReader()
  private var lines = LineReader()
  private var frames = FrameReader()
  private(set) var answer = AnswerInProgress()
  /// Whether anything of the protocol was read.
  private(set) var hasRead = false
  /// A piece nested deeper than this is no answer of a model.
  private static let maximumDepth = 128

  init(wire: any Wire) {
    self.wire = wire
  }

  /// Takes what arrived and gives what can be heard of it.
  mutating func take(_ chunk: [UInt8]) throws(ModelError) -> [ModelEvent] {
    switch wire.framing {
    case .events: for event in events.events(in: chunk) { try take(event) }
    case .lines: for line in lines.lines(in: chunk) { try take(document: line) }
    case .frames:
      for document in try frames.documents(in: chunk) {
        hasRead = true
        try wire.read(event: document, into: &answer)
      }
    }
    return answer.takeHeard()
  }

  /// Takes a whole answer where a stream was asked for: some servers do not stream. A list is the stream's pieces in one.
  mutating func take(whole bytes: [UInt8]) throws(ModelError) -> [ModelEvent] {
    let document = try Self.document(bytes)
    hasRead = true
    if let pieces = document.array {
      for piece in pieces { try wire.read(event: piece, into: &answer) }
    } else if ReportedError(in: document) != nil {
      throw ModelError.reported(document)
    } else {
      try wire.read(document, into: &answer)
    }
    return answer.takeHeard()
  }

  /// The stream is over.
  mutating func finish() throws(ModelError) {
    if wire.framing == .lines, let last = lines.last() { try take(document: last) }
  }

  private mutating func take(_ event: ServerSentEvent) throws(ModelError) {
    // A comment that a relay put into the data.
    if event.data.first == UInt8(ascii: ":") { return }
    if event.name == "error" {
      let words = String(decoding: event.data, as: UTF8.self)
      throw ModelError.reported(JSONValue.document(words) ?? .string(words))
    }
    try take(document: event.data)
  }

  private mutating func take(document bytes: [UInt8]) throws(ModelError) {
    guard !bytes.allSatisfy({ $0 <= 0x20 }) else { return }
    hasRead = true
    if bytes.starts(with: "[DONE]".utf8) {
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
