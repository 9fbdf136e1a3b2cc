extension JSONValue {
  /// One line, keys sorted, no spaces: equal documents give equal bytes. Used for digests and stable keys.
  package var canonical: String {
    var text = ""
    write(into: &text, sorted: true, indent: nil, level: 0)
    return text
  }

  /// Two-space indentation, keys in their own order, with a newline at the end; for files that people open.
  package var pretty: String {
    var text = ""
    write(into: &text, sorted: false, indent: 2, level: 0)
    text.append("\n")
    return text
  }

  /// One line with keys in their own order.
  package var compact: String {
    var text = ""
    write(into: &text, sorted: false, indent: nil, level: 0)
    return text
  }

  private func write(into text: inout String, sorted: Bool, indent: Int?, level: Int) {
    switch self {
    case .null: text.append("null")
    case .bool(let flag): text.append(flag ? "true" : "false")
    case .integer(let number): text.append(String(number))
    case .number(let number): text.append(Self.print(number))
    case .string(let string): Self.write(string, into: &text)
    case .array(let elements):
      Self.list(elements, "[", "]", into: &text, indent: indent, level: level) { element, text in
        element.write(into: &text, sorted: sorted, indent: indent, level: level + 1)
      }
    case .object(let members):
      let ordered = sorted ? members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) } : members
      Self.list(ordered, "{", "}", into: &text, indent: indent, level: level) { member, text in
        Self.write(member.key, into: &text)
        text.append(indent == nil ? ":" : ": ")
        member.value.write(into: &text, sorted: sorted, indent: indent, level: level + 1)
      }
    }
  }

  private static func list<Element>(
    _ elements: [Element], _ open: String, _ close: String, into text: inout String, indent: Int?, level: Int,
    each: (Element, inout String) -> Void
  ) {
    text.append(open)
    for (index, element) in elements.enumerated() {
      if index > 0 { text.append(",") }
      if let indent { text.append("\n" + String(repeating: " ", count: indent * (level + 1))) }
      each(element, &text)
    }
    if let indent, !elements.isEmpty { text.append("\n" + String(repeating: " ", count: indent * level)) }
    text.append(close)
  }

  /// A whole number prints without a fraction, so that 3.0 read and written again stays one text.
  private static func print(_ number: Double) -> String {
    guard number.isFinite else { return "null" }
    if let integer = Int(exactly: number), abs(integer) <= 1 << 53 { return String(integer) }
    return "\(number)"
  }

  private static func write(_ string: String, into text: inout String) {
    text.append("\"")
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text.append("\\\"")
      case "\\": text.append("\\\\")
      case "\n": text.append("\\n")
      case "\r": text.append("\\r")
      case "\t": text.append("\\t")
      case "\u{0}"..<"\u{20}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        text.append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      default: text.unicodeScalars.append(scalar)
      }
    }
    text.append("\"")
  }
}
