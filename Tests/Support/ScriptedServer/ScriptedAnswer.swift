import Basics

/// One answer with its fault.
struct ScriptedAnswer {
  let wire: ScriptedWire
  let fault: ServerFault?
  let text: String
  let tool: (String, String)?

  /// Whether the connection can go on.
  func send(streamed: Bool, on connection: ServerConnection) -> Bool {
    if case .status(let status, let retryAfter) = fault {
      connection.answer(
        status, headers: retryAfter.map { ["Retry-After: \($0)"] } ?? [],
        Array(#"{"error":{"type":"scripted","message":"scripted \#(status)"}}"#.utf8))
      return true
    }
    return streamed ? stream(on: connection) : whole(on: connection)
  }

  private func whole(on connection: ServerConnection) -> Bool {
    var document = wire.whole(answerText, tool: answerTool, finish: finish)
    if fault == .emptyChoice { document = ["id": "1", "choices": [], "content": [], "done": true] }
    var bytes = Array(document.compact.utf8)
    switch fault {
    case .deep(let levels): bytes = Array(String(repeating: "[", count: levels).utf8)
    case .invalidText: bytes.insert(contentsOf: [0xFF, 0xC0], at: bytes.count / 2)
    default: break
    }
    let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: \(bytes.count)\r\n\r\n"
    switch fault {
    case .reset:
      connection.write(head)
      connection.reset()
      return false
    case .half, .stall:
      connection.write(Array(head.utf8) + bytes.prefix(bytes.count / 2))
      if case .stall(let milliseconds) = fault { ServerConnection.pause(milliseconds) }
      return false
    case .slow(let milliseconds):
      connection.write(head)
      return bytes.allSatisfy { byte in
        ServerConnection.pause(milliseconds)
        return connection.write([byte])
      }
    default: return connection.write(Array(head.utf8) + bytes)
    }
  }

  private func stream(on connection: ServerConnection) -> Bool {
    let type = wire.isEvents ? "text/event-stream" : "application/x-ndjson"
    connection.write("HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\nTransfer-Encoding: chunked\r\n\r\n")
    if fault == .reset {
      connection.reset()
      return false
    }
    var pieces = wire.pieces(words, tool: answerTool, finish: finish).map(frame)
    if fault == .emptyChoice { pieces = [frame((nil, ["id": "1", "choices": [], "done": true]))] }
    let middle = pieces.count / 2
    switch fault {
    case .duplicate: pieces.insert(pieces[middle], at: middle)
    case .invalidText: pieces[middle].insert(contentsOf: [0xFF, 0xC0], at: pieces[middle].count / 2)
    case .deep(let levels):
      pieces[middle] = Array("data: \(String(repeating: "[", count: levels))\n\n".utf8)
    default: break
    }
    for (index, piece) in pieces.enumerated() {
      if index == middle, fault == .half { return false }
      if index == middle, case .stall(let milliseconds) = fault {
        ServerConnection.pause(milliseconds)
        return false
      }
      if case .slow(let milliseconds) = fault { ServerConnection.pause(milliseconds) }
      if case .huge(let bytes) = fault, index == middle, !flood(bytes, on: connection) { return false }
      guard connection.chunk(piece) else { return false }
    }
    if fault != .noDone, !wire.end.isEmpty {
      _ = connection.chunk(Array(wire.end.utf8))
    }
    return connection.write("0\r\n\r\n")
  }

  private func flood(_ bytes: Int, on connection: ServerConnection) -> Bool {
    let words = String(repeating: "word ", count: 2000)
    let piece = wire.pieces([words], tool: nil, finish: "stop").map(frame)[wire == .anthropic ? 2 : 1]
    return (0..<(bytes / 10_000)).allSatisfy { _ in connection.chunk(piece) }
  }

  private func frame(_ piece: (name: String?, data: JSONValue)) -> [UInt8] {
    guard wire.isEvents else { return Array((piece.data.compact + "\n").utf8) }
    return Array(((piece.name.map { "event: \($0)\n" } ?? "") + "data: \(piece.data.compact)\n\n").utf8)
  }

  private var finish: String { wire.finish(tool: answerTool != nil, filtered: fault == .contentFilter) }

  private var answerText: String { answerTool == nil && fault != .contentFilter ? text : "" }

  private var answerTool: (String, String)? {
    switch fault {
    case .wrongTool: ("no_such_tool", "{}")
    case .badArguments: (tool?.0 ?? "check", "{not json")
    default: tool
    }
  }

  /// The text in pieces of a few characters, as tokens come.
  private var words: [String] {
    let characters = Array(answerText)
    guard characters.count > 1 else { return [answerText] }
    let size = max(4, characters.count / 200)
    return stride(from: 0, to: characters.count, by: size).map {
      String(characters[$0..<min($0 + size, characters.count)])
    }
  }
}
