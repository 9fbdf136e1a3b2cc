import Basics

/// How a scalar is written so that every YAML reader, of 1.1 or 1.2, reads the same value.
enum YAMLScalarText {
  static func value(_ value: JSONValue, indent: Int) -> String {
    switch value {
    case .string(let string): text(string, indent: indent)
    case .object: "{}"
    case .array: "[]"
    default: value.compact
    }
  }

  static func key(_ key: String) -> String {
    isPlain(key) ? key : quoted(key)
  }

  private static func text(_ string: String, indent: Int) -> String {
    if isPlain(string) { return string }
    return literal(string, indent: indent) ?? quoted(string)
  }

  /// A `|` block, where the text survives it: printable, no space at a line's end or at the very start.
  private static func literal(_ string: String, indent: Int) -> String? {
    guard string.contains("\n"), !string.hasPrefix(" "), !string.hasPrefix("\n") else { return nil }
    guard string.unicodeScalars.allSatisfy({ $0 == "\n" || isPrintable($0) }) else { return nil }
    var lines = string.split(separator: "\n", omittingEmptySubsequences: false)
    guard !lines.contains(where: { $0.hasSuffix(" ") }) else { return nil }
    let endsWithNewline = lines.last?.isEmpty == true
    if endsWithNewline { lines.removeLast() }
    guard lines.last?.isEmpty != true else { return nil }
    let margin = String(repeating: " ", count: max(indent, 2))
    let body = lines.map { $0.isEmpty ? "" : margin + $0 }.joined(separator: "\n")
    return (endsWithNewline ? "|\n" : "|-\n") + body
  }

  /// Double quotes with JSON's escapes, which YAML shares, and the characters that only YAML does not print.
  private static func quoted(_ string: String) -> String {
    JSONValue.string(string).compact.unicodeScalars.reduce(into: "") { text, scalar in
      if isPrintable(scalar) || scalar.value > 0xFFFF {
        text.unicodeScalars.append(scalar)
      } else {
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
  }

  private static func isPlain(_ string: String) -> Bool {
    guard let first = string.unicodeScalars.first, !string.hasSuffix(" ") else { return false }
    guard first.properties.isAlphabetic || isDigit(first) || "/_.$(".unicodeScalars.contains(first),
      string.unicodeScalars.allSatisfy({ isPlainScalar($0) })
    else { return false }
    guard !string.contains(": "), !string.hasSuffix(":"), !string.contains(" #") else { return false }
    return !reservedWords.contains(string.lowercased()) && !looksLikeNumber(string)
  }

  /// Words that YAML 1.1 readers take for booleans or null.
  private static let reservedWords: Set<String> = [
    "y", "n", "yes", "no", "on", "off", "true", "false", "null", ".inf", ".nan",
  ]

  /// Also dates, sexagesimals and versions: one rule that is too careful is better than five exact ones.
  private static func looksLikeNumber(_ string: String) -> Bool {
    let allowed = "0123456789abcdefABCDEFxXoO_.:+-tTzZ ,"
    guard let first = string.unicodeScalars.first, isDigit(first) || ".+-".unicodeScalars.contains(first)
    else {
      return false
    }
    return string.contains { $0.isNumber } && string.allSatisfy { allowed.contains($0) }
  }

  private static func isPlainScalar(_ scalar: Unicode.Scalar) -> Bool {
    guard isPrintable(scalar) else { return false }
    return scalar.properties.isAlphabetic || isDigit(scalar)
      || " _-./@%+=()$:;^~<>,#".unicodeScalars.contains(scalar)
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2028, 0x2029, 0xFEFF: false
    case 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFFFD: true
    default: false
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }
}
