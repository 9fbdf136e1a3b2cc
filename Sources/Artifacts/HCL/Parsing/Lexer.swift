import Basics

/// Splits the bytes of a text into tokens; every byte but spaces belongs to one, whatever the bytes are.
struct Lexer {
  enum Mode {
    case main, quoted, heredoc
  }

  struct Heredoc {
    var marker: ArraySlice<UInt8>
    var atLineStart: Bool
  }

  let bytes: [UInt8]
  private(set) var tokens: [Token] = []
  /// Where the next token starts.
  private(set) var position = SourcePosition()
  var modes: [Mode] = [.main]
  var heredocs: [Heredoc] = []
  private var braces = 0
  /// The brace levels at which a `}` ends a template sequence instead of an object.
  private var sequenceLevels: [Int] = []

  private let limit: Int

  init(_ bytes: [UInt8], limit: Int = .max) {
    self.bytes = bytes
    self.limit = limit
    tokens.reserveCapacity(min(bytes.count / 4 + 1, limit))
  }

  /// Whether the text has more tokens than the limit; those beyond it are left out.
  var isCutShort: Bool { position.offset < bytes.count }

  mutating func tokenize() -> [Token] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position.offset = 3 }
    while position.offset < bytes.count, tokens.count < limit {
      switch modes[modes.count - 1] {
      case .main: scanMain()
      case .quoted: scanQuoted()
      case .heredoc: scanHeredoc()
      }
    }
    tokens.append(Token(kind: .end, start: position, end: position))
    return tokens
  }

  /// The byte `distance` after the current place, or 0 behind the end.
  func peek(_ distance: Int = 0) -> UInt8 {
    let index = position.offset + distance
    return index < bytes.count ? bytes[index] : 0
  }

  /// Appends a token of `length` bytes and moves behind it.
  mutating func emit(_ kind: Token.Kind, length: Int) {
    let start = position
    advance(length)
    tokens.append(Token(kind: kind, start: start, end: position))
  }

  mutating func advance(_ length: Int) {
    var end = position
    end.offset += length
    for index in position.offset..<end.offset {
      let byte = bytes[index]
      if byte == Ascii.newline {
        end.line += 1
        end.column = 1
      } else if byte & 0xC0 != 0x80 {
        end.column += 1
      }
    }
    position = end
  }

  mutating func beginSequence() {
    let kind: Token.Kind = peek() == Ascii.dollar ? .interpolation : .directive
    emit(kind, length: peek(2) == Ascii.tilde ? 3 : 2)
    braces += 1
    sequenceLevels.append(braces)
    if !heredocs.isEmpty { heredocs[heredocs.count - 1].atLineStart = false }
    modes.append(.main)
  }

  mutating func openBrace() {
    emit(.openBrace, length: 1)
    braces += 1
  }

  /// A `}` or `~}`, which ends the innermost template sequence or closes a brace.
  mutating func closeBrace(trims: Bool) {
    let endsSequence = sequenceLevels.last == braces
    emit(endsSequence || trims ? .sequenceEnd : .closeBrace, length: trims ? 2 : 1)
    braces -= 1
    if endsSequence {
      sequenceLevels.removeLast()
      modes.removeLast()
    }
  }

  /// The length of the well-formed UTF-8 sequence at `index`, or 0.
  func scalarLength(at index: Int) -> Int {
    let length: Int
    switch bytes[index] {
    case 0..<0x80: return 1
    case 0xC0..<0xE0: length = 2
    case 0xE0..<0xF0: length = 3
    case 0xF0..<0xF8: length = 4
    default: return 0
    }
    guard index + length <= bytes.count else { return 0 }
    for next in index + 1..<index + length where bytes[next] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
