import Basics

extension Value {
  /// As a string is made of it automatically: strings, numbers and booleans; nil for the rest.
  package var text: String? {
    switch self {
    case .string(let text): text
    case .bool(let flag): flag ? "true" : "false"
    case .number(let number): numberText(number)
    case .bigInteger(let number): String(number)
    default: nil
    }
  }

  /// Numbers, and strings that hold one; to the nearest where they have more digits than a `Double`.
  package var number: Double? {
    switch self {
    case .number(let number): number
    case .bigInteger(let number): Double(number)
    case .string(let text): Self.parse(text)
    default: nil
    }
  }

  /// Whole numbers that fit.
  package var integer: Int? {
    wholeNumber.flatMap { Int(exactly: $0) }
  }

  /// Whole numbers to the last digit, and strings that hold one.
  package var wholeNumber: Int128? {
    switch self {
    case .number(let number): Int128(exactly: number)
    case .bigInteger(let number): number
    case .string(let text): Self.number(parsing: text)?.wholeNumber
    default: nil
    }
  }

  /// Whether it is a number, not a text that holds one.
  package var isNumber: Bool {
    switch self {
    case .number, .bigInteger: true
    default: false
    }
  }

  /// A number, also from a string that holds one; nil for anything else.
  var numeric: Value? {
    switch self {
    case .number, .bigInteger: self
    case .string(let text): Self.number(parsing: text)
    default: nil
    }
  }

  /// The value of a whole number, in the one form that it has.
  package static func whole(_ number: Int128) -> Value {
    Double(exactly: number).map { .number($0) } ?? .bigInteger(number)
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
    case .number, .bigInteger: "number"
    case .string: "string"
    case .list: "list"
    case .object: "object"
    }
  }

  /// The number a literal or a string holds, nil when it holds none.
  package static func number(parsing text: String) -> Value? {
    guard let nearest = parse(text) else { return nil }
    guard abs(nearest) >= 9_007_199_254_740_992, let whole = wholeNumber(in: text) else {
      return .number(nearest)
    }
    return .whole(whole)
  }

  /// The whole number that decimal digits with a point and an exponent come to; nil for a fraction, and for one of more
  /// than 38 digits.
  private static func wholeNumber(in text: String) -> Int128? {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    let halves = parts[0].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = halves.count > 1 ? halves[1] : ""
    guard var shift = parts.count > 1 ? Int(parts[1]) : 0, abs(shift) < 1000 else { return nil }
    shift -= fraction.count
    var digits = halves[0] + fraction
    while shift < 0, digits.last == "0" {
      digits = digits.dropLast()
      shift += 1
    }
    guard shift >= 0 else { return nil }
    return Int128(digits + String(repeating: "0", count: shift))
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
  if let whole = Int128(exactly: number) { return String(whole) }
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
