/// Why a text is not JSON, with where.
package struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  package var position: SourcePosition
  package var message: String

  package var description: String { "\(position.line):\(position.column): \(message)" }
}

extension JSONValue {
  /// Reads one JSON document (RFC 8259). Duplicate keys and nesting deeper than `maximumDepth` are errors,
  /// because two readers of the same bytes must never see two documents.
  package init(parsing text: String, maximumDepth: Int = 256) throws(JSONError) {
    try self.init(parsing: Array(text.utf8), maximumDepth: maximumDepth)
  }

  /// The document, or nil where the text is none: for answers of programs, where that is a case of its own.
  package static func document(_ text: some StringProtocol) -> JSONValue? {
    do {
      return try JSONValue(parsing: String(text))
    } catch {
      return nil
    }
  }

  /// As `init(parsing:)` for bytes, which have to be UTF-8.
  package init(parsing bytes: [UInt8], maximumDepth: Int = 256) throws(JSONError) {
    var parser = JSONParser(bytes: bytes, maximumDepth: maximumDepth)
    self = try parser.document()
  }
}

/// A recursive-descent reader over UTF-8 bytes.
private struct JSONParser {
  let bytes: [UInt8]
  let maximumDepth: Int
  var index = 0
  var depth = 0

  init(bytes: [UInt8], maximumDepth: Int) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
  }

  mutating func document() throws(JSONError) -> JSONValue {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    skipSpace()
    let value = try value()
    skipSpace()
    guard index == bytes.count else { throw failure("unexpected text after the document") }
    return value
  }

  private mutating func value() throws(JSONError) -> JSONValue {
    guard index < bytes.count else { throw failure("the document ends where a value is expected") }
    switch bytes[index] {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", value: .bool(true))
    case UInt8(ascii: "f"): return try word("false", value: .bool(false))
    case UInt8(ascii: "n"): return try word("null", value: .null)
    default: return try number()
    }
  }

  private mutating func object() throws(JSONError) -> JSONValue {
    try enter()
    var members: [JSONMember] = []
    var keys: Set<String> = []
    skipSpace()
    if take("}") { return leave(.object(members)) }
    while true {
      skipSpace()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
        throw failure("a key in double quotes is expected")
      }
      let key = try string()
      guard Self.isNew(key, among: members, keys: &keys) else {
        throw failure("the key is in the object twice")
      }
      skipSpace()
      guard take(":") else { throw failure("':' is expected after a key") }
      skipSpace()
      members.append(JSONMember(key, value: try value()))
      skipSpace()
      if take(",") { continue }
      guard take("}") else { throw failure("',' or '}' is expected") }
      return leave(.object(members))
    }
  }

  /// Few keys are compared one by one, which costs less than to hash them; more are kept in `keys`.
  private static func isNew(_ key: String, among members: [JSONMember], keys: inout Set<String>) -> Bool {
    guard members.count >= 8 else { return !members.contains { $0.key == key } }
    if keys.isEmpty { keys = Set(members.map(\.key)) }
    return keys.insert(key).inserted
  }

  private mutating func array() throws(JSONError) -> JSONValue {
    try enter()
    var elements: [JSONValue] = []
    skipSpace()
    if take("]") { return leave(.array(elements)) }
    while true {
      skipSpace()
      elements.append(try value())
      skipSpace()
      if take(",") { continue }
      guard take("]") else { throw failure("',' or ']' is expected") }
      return leave(.array(elements))
    }
  }

  private mutating func string() throws(JSONError) -> String {
    index += 1
    var text: [UInt8] = []
    while index < bytes.count {
      let start = index
      while index < bytes.count, bytes[index] >= 0x20, bytes[index] != UInt8(ascii: "\""),
        bytes[index] != UInt8(ascii: "\\")
      {
        index += 1
      }
      guard index < bytes.count else { break }
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\""), text.isEmpty {
        return try self.text(of: bytes.span.extracting(start..<index - 1))
      }
      text.append(contentsOf: bytes[start..<index - 1])
      switch byte {
      case UInt8(ascii: "\""): return try self.text(of: text.span)
      case UInt8(ascii: "\\"): text.append(contentsOf: try escape())
      default: throw failure("a control character has to be escaped")
      }
    }
    throw failure("the string is not closed")
  }

  private func text(of span: Span<UInt8>) throws(JSONError) -> String {
    do {
      return String(copying: try UTF8Span(validating: span))
    } catch {
      throw failure("the string is not valid UTF-8")
    }
  }

  private mutating func escape() throws(JSONError) -> [UInt8] {
    guard index < bytes.count else { throw failure("the string is not closed") }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return Array(String(Character(try unicodeEscape())).utf8)
    default: throw failure("an unknown escape")
    }
  }

  private mutating func unicodeEscape() throws(JSONError) -> Unicode.Scalar {
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard (0xD800..<0xDC00).contains(first), take("\\"), take("u") else {
      throw failure("half a surrogate pair")
    }
    let second = try hexadecimal()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    else { throw failure("half a surrogate pair") }
    return scalar
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    guard index + 4 <= bytes.count,
      let digits = String(validating: bytes[index..<index + 4], as: UTF8.self),
      digits.utf8.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let code = UInt32(digits, radix: 16)
    else { throw failure("four hexadecimal digits are expected") }
    index += 4
    return code
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = index
    while index < bytes.count, isNumberByte(bytes[index]) { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard let first = digits.first, first.isASCII, first.isNumber,
      first != "0" || digits.dropFirst().first?.isNumber != true
    else {
      index = start
      throw failure("a value is expected")
    }
    if let integer = Int(text) { return .integer(integer) }
    guard let double = Double(text), double.isFinite, !text.hasSuffix(".") else {
      index = start
      throw failure("not a number that can be held")
    }
    return .number(double)
  }

  private func isNumberByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E")
  }

  private mutating func word(_ word: String, value: JSONValue) throws(JSONError) -> JSONValue {
    guard bytes[index...].starts(with: word.utf8) else { throw failure("a value is expected") }
    index += word.utf8.count
    return value
  }

  private mutating func skipSpace() {
    while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func enter() throws(JSONError) {
    index += 1
    depth += 1
    guard depth <= maximumDepth else { throw failure("nested deeper than \(maximumDepth)") }
  }

  private mutating func leave(_ value: JSONValue) -> JSONValue {
    depth -= 1
    return value
  }

  private func failure(_ message: String) -> JSONError {
    var line = 1
    var column = 1
    for byte in bytes.prefix(index) {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return JSONError(
      position: SourcePosition(offset: index, line: line, column: column), message: message)
  }
}
