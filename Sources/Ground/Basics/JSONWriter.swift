/// Writes a document as UTF-8. Whole runs of bytes are copied: documents hold long texts, and answers of models are
/// written more often than anything else.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private let isSorted: Bool
  private let indent: Int?

  /// - Parameter indent: spaces for each level; nil for one line.
  init(isSorted: Bool, indent: Int?) {
    self.isSorted = isSorted
    self.indent = indent
  }

  mutating func write(_ value: JSONValue, level: Int) {
    switch value {
    case .null: append("null")
    case .bool(let flag): append(flag ? "true" : "false")
    case .integer(let number): append(String(number))
    case .number(let number): append(Self.text(number))
    case .string(let string): write(string)
    case .array(let elements):
      open("[")
      for (index, element) in elements.enumerated() {
        separate(index, level: level)
        write(element, level: level + 1)
      }
      close("]", isEmpty: elements.isEmpty, level: level)
    case .object(let members):
      let ordered =
        isSorted ? members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) } : members
      open("{")
      for (index, member) in ordered.enumerated() {
        separate(index, level: level)
        write(member.key)
        append(indent == nil ? ":" : ": ")
        write(member.value, level: level + 1)
      }
      close("}", isEmpty: members.isEmpty, level: level)
    }
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func open(_ bracket: Unicode.Scalar) { bytes.append(UInt8(ascii: bracket)) }

  private mutating func separate(_ place: Int, level: Int) {
    if place > 0 { bytes.append(UInt8(ascii: ",")) }
    if indent != nil { newLine(level + 1) }
  }

  private mutating func close(_ bracket: Unicode.Scalar, isEmpty: Bool, level: Int) {
    if indent != nil, !isEmpty { newLine(level) }
    bytes.append(UInt8(ascii: bracket))
  }

  private mutating func newLine(_ level: Int) {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: (indent ?? 0) * level))
  }

  /// A whole number prints without a fraction, so that 3.0 read and written again stays one text.
  private static func text(_ number: Double) -> String {
    guard number.isFinite else { return "null" }
    if let integer = Int(exactly: number), integer.magnitude <= 1 << 53 { return String(integer) }
    return "\(number)"
  }

  private mutating func write(_ string: String) {
    var string = string
    bytes.append(UInt8(ascii: "\""))
    string.withUTF8 { utf8 in
      var start = 0
      var place = 0
      while place < utf8.count {
        let length = Self.lengthToEscape(utf8, at: place)
        guard length > 0 else {
          place += 1
          continue
        }
        bytes.append(contentsOf: utf8[start..<place])
        escape(utf8, at: place)
        place += length
        start = place
      }
      bytes.append(contentsOf: utf8[start...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// How many bytes from here have to be escaped: 0 for none. U+2028 and U+2029 end a line in JavaScript.
  private static func lengthToEscape(_ utf8: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
    switch utf8[place] {
    case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F: 1
    case 0xE2 where place + 2 < utf8.count && utf8[place + 1] == 0x80 && utf8[place + 2] & 0xFE == 0xA8: 3
    default: 0
    }
  }

  private mutating func escape(_ utf8: UnsafeBufferPointer<UInt8>, at place: Int) {
    switch utf8[place] {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case UInt8(ascii: "\n"): append("\\n")
    case UInt8(ascii: "\r"): append("\\r")
    case UInt8(ascii: "\t"): append("\\t")
    case 0xE2: append(utf8[place + 2] == 0xA8 ? "\\u2028" : "\\u2029")
    case let byte:
      let digits = String(byte, radix: 16)
      append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
    }
  }
}
