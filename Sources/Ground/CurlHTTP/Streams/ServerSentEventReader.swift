import Basics

/// Reads a `text/event-stream` as the HTML standard says (section 9.2.6), except for ids and reconnection: a model's
/// answer is never taken up again in the middle.
package struct ServerSentEventReader: Sendable {
  private var lines = LineReader()
  private var name: [UInt8] = []
  private var data: [UInt8] = []
  private var hasData = false
  private var isFirstLine = true

  package init() {}

  /// The events that `piece` completes. An event that the end of the stream cuts off is none.
  package mutating func events(in chunk: [UInt8]) -> [ServerSentEvent] {
    lines.lines(in: chunk).compactMap { take($0[...]) }
  }

  private mutating func take(_ whole: ArraySlice<UInt8>) -> ServerSentEvent? {
    var line = whole
    if isFirstLine, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
    isFirstLine = false
    guard !line.isEmpty else { return dispatch() }
    let colon = line.firstIndex(of: UInt8(ascii: ":"))
    let field = line[..<(colon ?? line.endIndex)]
    var value = colon.map { line[($0 + 1)...] } ?? []
    if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
    if field.elementsEqual("data".utf8) {
      if hasData { data.append(UInt8(ascii: "\n")) }
      data += value
      hasData = true
    } else if field.elementsEqual("event".utf8) {
      name = Array(value)
    }
    return nil
  }

  private mutating func dispatch() -> ServerSentEvent? {
    defer {
      name = []
      data = []
      hasData = false
    }
    guard hasData else { return nil }
    return ServerSentEvent(
      name: name.isEmpty ? "message" : String(decoding: name, as: UTF8.self), data: data)
  }
}
