extension Value {
  /// As a string is made of it automatically: strings, numbers and booleans; nil for the rest.
  package var text: String? {
    switch self {
    case .string(let text): text
    case .bool(let flag): flag ? "true" : "false"
    case .number(let number): numberText(number)
    default: nil
    }
  }

  /// Numbers, and strings that hold one.
  package var number: Double? {
    switch self {
    case .number(let number): number
    case .string(let text): Self.parse(text)
    default: nil
    }
  }

  /// Whole numbers that fit.
  package var integer: Int? {
    number.flatMap { Int(exactly: $0) }
  }

  /// Booleans, and the strings `true` and `false`.
  package var bool: Bool? {
    switch self {
    case .bool(let flag): flag
    case .string("true"): true
    case .string("false"): false
    default: nil
    }
  }

  /// What the language calls its type, for messages.
  package var typeName: String {
    switch self {
    case .null: "null"
    case .unknown: "unknown"
    case .bool: "bool"
    case .number: "number"
    case .string: "string"
    case .list: "list"
    case .object: "object"
    }
  }

  /// The number a literal or a string holds, nil when it holds none.
  package static func number(parsing text: String) -> Value? {
    parse(text).map { .number($0) }
  }

  private static func parse(_ text: String) -> Double? {
    guard let first = text.utf8.first, Ascii.isDigit(first) || first == Ascii.minus || first == Ascii.dot,
      text.utf8.allSatisfy({ Ascii.isDigit($0) || "+-.eE".utf8.contains($0) })
    else { return nil }
    return Double(text).flatMap { $0.isFinite ? $0 : nil }
  }
}

/// The number in decimal without an exponent; whole numbers without a point.
package func numberText(_ number: Double) -> String {
  if let whole = Int(exactly: number) { return String(whole) }
  let text = "\(number)"
  guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: mark)...]) else {
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
  let sign = number < 0 ? "-" : ""
  let mantissa = text[..<mark].drop { $0 == "-" }.split(separator: ".")
  let digits = mantissa.joined()
  let point = (mantissa.first?.count ?? 0) + exponent
  if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
  if point >= digits.count { return sign + digits + String(repeating: "0", count: point - digits.count) }
  return sign + digits.prefix(point) + "." + digits.dropFirst(point)
}
