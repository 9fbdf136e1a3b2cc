import Basics

/// A JSON value with its place in the text.
struct JSONNode {
  indirect enum Kind {
    case object([(key: String, keyRange: SourceRange, value: JSONNode)])
    case array([JSONNode])
    case string(String)
    case other(Value)
  }
  var kind: Kind
  var range: SourceRange
}

/// Reads a text that is known to be JSON.
struct JSONNodeReader {
  private let file: String
  private let bytes: [UInt8]
  private var position = SourcePosition()

  init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
  }

  mutating func node() -> JSONNode {
    skipSpace()
    let start = position
    let kind: JSONNode.Kind
    switch peek {
    case UInt8(ascii: "{"): kind = object()
    case UInt8(ascii: "["): kind = array()
    case UInt8(ascii: "\""): kind = .string(string())
    default: kind = .other(word())
    }
    return JSONNode(kind: kind, range: SourceRange(file: file, start: start, end: position))
  }

  private var peek: UInt8 { position.offset < bytes.count ? bytes[position.offset] : 0 }

  private mutating func advance() {
    let byte = peek
    position.offset += 1
    if byte == Ascii.newline {
      position.line += 1
      position.column = 1
    } else if byte & 0xC0 != 0x80 {
      position.column += 1
    }
  }

  private mutating func skipSpace() {
    while [Ascii.space, Ascii.tab, Ascii.newline, Ascii.carriageReturn].contains(peek) { advance() }
  }

  /// Goes behind a separator; false at the end of the object or array.
  private mutating func skipSeparator() -> Bool {
    skipSpace()
    let isEnd = peek == UInt8(ascii: "}") || peek == UInt8(ascii: "]") || position.offset >= bytes.count
    if isEnd || peek == UInt8(ascii: ",") || peek == UInt8(ascii: ":") { advance() }
    skipSpace()
    return !isEnd
  }

  private mutating func object() -> JSONNode.Kind {
    var members: [(key: String, keyRange: SourceRange, value: JSONNode)] = []
    advance()
    while skipSeparator() {
      let start = position
      let key = string()
      let range = SourceRange(file: file, start: start, end: position)
      _ = skipSeparator()
      members.append((key, range, node()))
    }
    return .object(members)
  }

  private mutating func array() -> JSONNode.Kind {
    var elements: [JSONNode] = []
    advance()
    while skipSeparator() { elements.append(node()) }
    return .array(elements)
  }

  private mutating func string() -> String {
    let start = position.offset
    advance()
    while position.offset < bytes.count, peek != UInt8(ascii: "\"") {
      if peek == UInt8(ascii: "\\") { advance() }
      advance()
    }
    advance()
    let source = bytes[start..<min(position.offset, bytes.count)]
    return JSONValue.document(String(decoding: source, as: UTF8.self))?.string ?? ""
  }

  /// A number, `true`, `false` or `null`.
  private mutating func word() -> Value {
    let start = position.offset
    while Ascii.isLetter(peek) || Ascii.isDigit(peek)
      || [UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: ".")].contains(peek)
    {
      advance()
    }
    if position.offset == start { advance() }
    let end = min(position.offset, bytes.count)
    let source = String(decoding: bytes[min(start, end)..<end], as: UTF8.self)
    return JSONValue.document(source).map { Value($0) } ?? .unknown
  }
}
