import Basics

/// Takes an expression apart into words.
struct CELLexer {
  private let text: [Unicode.Scalar]
  private var position = 0
  private static let longest = 65_536

  init(_ source: String) { text = Array(source.unicodeScalars) }

  func tokens() throws(CELError) -> [CELToken] {
    guard text.count <= Self.longest else { throw CELError(.syntax, detail: "it is too long") }
    var lexer = self
    var tokens: [CELToken] = []
    while true {
      let token = try lexer.next()
      tokens.append(token)
      if token == .end { return tokens }
    }
  }

  private func peek(_ distance: Int = 0) -> Unicode.Scalar? {
    position + distance < text.count ? text[position + distance] : nil
  }

  private func fault(_ detail: String) -> CELError {
    CELError(.syntax, detail: "\(detail) (character \(position + 1))")
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || scalar == "_"
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private mutating func next() throws(CELError) -> CELToken {
    while let scalar = peek() {
      if scalar == "/", peek(1) == "/" {
        while let other = peek(), other != "\n" { position += other == "\n" ? 0 : 1 }
      } else if [" ", "\t", "\n", "\r", "\u{0C}"].contains(scalar) {
        position += 1
      } else {
        break
      }
    }
    guard let scalar = peek() else { return .end }
    if scalar == "\"" || scalar == "'" { return try string(isRaw: false, isBytes: false) }
    if let prefix = prefix() { return try string(isRaw: prefix.isRaw, isBytes: prefix.isBytes) }
    if Self.isLetter(scalar) { return word() }
    if Self.isDigit(scalar) || scalar == "." && peek(1).map(Self.isDigit) == true { return try number() }
    for symbol in ["&&", "||", "==", "!=", "<=", ">=", "[?", ".?"]
    where String(scalar) + (peek(1).map { String($0) } ?? "") == symbol {
      position += 2
      return .symbol(symbol)
    }
    guard "()[]{}.,?:+-*/%<>!".unicodeScalars.contains(scalar) else {
      throw fault("'\(scalar)' is no word of it")
    }
    position += 1
    return .symbol(String(scalar))
  }

  private mutating func word() -> CELToken {
    let start = position
    while let scalar = peek(), Self.isLetter(scalar) || Self.isDigit(scalar) { position += 1 }
    let name = String(String.UnicodeScalarView(text[start..<position]))
    switch name {
    case "true": return .literal(.bool(true))
    case "false": return .literal(.bool(false))
    case "null": return .literal(.null)
    case "in": return .symbol("in")
    default: return .name(name)
    }
  }

  /// `r"…"`, `b"…"` and both; stands at the quotation mark afterwards.
  private mutating func prefix() -> (isRaw: Bool, isBytes: Bool)? {
    var (isRaw, isBytes, length) = (false, false, 0)
    while let scalar = peek(length), length < 2, "rRbB".unicodeScalars.contains(scalar) {
      if "rR".unicodeScalars.contains(scalar) { isRaw = true } else { isBytes = true }
      length += 1
    }
    guard length > 0, let mark = peek(length), mark == "\"" || mark == "'" else { return nil }
    position += length
    return (isRaw, isBytes)
  }

  private mutating func number() throws(CELError) -> CELToken {
    let start = position
    var isFraction = false
    if peek() == "0", peek(1) == "x" || peek(1) == "X" {
      position += 2
      while let scalar = peek(), scalar.properties.isASCIIHexDigit { position += 1 }
    } else {
      while let scalar = peek(), Self.isDigit(scalar) { position += 1 }
      if peek() == ".", peek(1).map(Self.isDigit) == true {
        isFraction = true
        position += 1
        while let scalar = peek(), Self.isDigit(scalar) { position += 1 }
      }
      if peek() == "e" || peek() == "E" {
        isFraction = true
        position += 1
        if peek() == "+" || peek() == "-" { position += 1 }
        while let scalar = peek(), Self.isDigit(scalar) { position += 1 }
      }
    }
    let written = String(String.UnicodeScalarView(text[start..<position]))
    if isFraction {
      guard let value = Double(written.hasPrefix(".") ? "0\(written)" : written) else {
        throw fault("no number")
      }
      return .literal(.double(value))
    }
    let isHexadecimal = written.hasPrefix("0x") || written.hasPrefix("0X")
    let digits = isHexadecimal ? String(written.dropFirst(2)) : written
    guard let value = UInt64(digits, radix: isHexadecimal ? 16 : 10) else {
      throw fault("the number is too large")
    }
    if peek() == "u" || peek() == "U" {
      position += 1
      return .literal(.uint(value))
    }
    // The least whole number is written as the negation of one that is too large by itself.
    guard let whole = Int64(exactly: value) else {
      guard value == Int64.min.magnitude else { throw fault("the number is too large") }
      return .literal(.leastMagnitude)
    }
    return .literal(.int(whole))
  }

  private mutating func string(isRaw: Bool, isBytes: Bool) throws(CELError) -> CELToken {
    guard let mark = peek() else { throw fault("a text is not closed") }
    let isLong = peek(1) == mark && peek(2) == mark
    position += isLong ? 3 : 1
    var scalars = String.UnicodeScalarView()
    var bytes: [UInt8] = []
    func isClosed() -> Bool {
      isLong ? peek() == mark && peek(1) == mark && peek(2) == mark : peek() == mark
    }
    while !isClosed() {
      guard let scalar = peek(), isLong || scalar != "\n" else { throw fault("a text is not closed") }
      position += 1
      if scalar == "\\", !isRaw {
        let (value, isByte) = try escape()
        if isByte, isBytes {
          bytes.append(UInt8(truncatingIfNeeded: value))
          continue
        }
        guard let scalar = Unicode.Scalar(value) else { throw fault("no character has that number") }
        scalars.append(scalar)
        bytes += Array(String(scalar).utf8)
      } else {
        scalars.append(scalar)
        bytes += Array(String(scalar).utf8)
      }
    }
    position += isLong ? 3 : 1
    return .literal(isBytes ? .bytes(bytes) : .string(String(scalars)))
  }

  private mutating func escape() throws(CELError) -> (value: UInt32, isByte: Bool) {
    guard let scalar = peek() else { throw fault("a text is not closed") }
    position += 1
    let simple: [Unicode.Scalar: UInt32] = [
      "n": 10, "t": 9, "r": 13, "b": 8, "f": 12, "v": 11, "a": 7, "\\": 92, "'": 39, "\"": 34, "`": 96,
      "?": 63,
    ]
    if let value = simple[scalar] { return (value, false) }
    switch scalar {
    case "x", "X": return (try digits(2, radix: 16), true)
    case "u": return (try digits(4, radix: 16), false)
    case "U": return (try digits(8, radix: 16), false)
    case "0"..."3":
      position -= 1
      return (try digits(3, radix: 8), true)
    default: throw fault("'\\\(scalar)' is no escape")
    }
  }

  private mutating func digits(_ count: Int, radix: Int) throws(CELError) -> UInt32 {
    guard position + count <= text.count,
      let value = UInt32(String(String.UnicodeScalarView(text[position..<position + count])), radix: radix)
    else { throw fault("an escape needs \(count) digits") }
    position += count
    return value
  }
}

extension CELValue {
  /// Stands for 9223372036854775808, which is a whole number only after a sign.
  static let leastMagnitude = CELValue.type("9223372036854775808")
}
