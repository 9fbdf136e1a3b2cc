import Basics

/// A format string as `format` reads it: `%s`, `%d`, `%05.2f`, `%-8s`, `%q`, `%v`, `%x`, `%[1]s`…
struct TextFormat {
  private struct Verb {
    var flags: Set<Character> = []
    var width: Int?
    var precision: Int?
    var argument: Int?
    var letter: Character = "s"
  }

  private let format: Substring

  init(_ format: String) {
    self.format = format[...]
  }

  /// Unknown where an argument is, or where a verb is not one that is computed here.
  func apply(_ values: ArraySlice<Value>) throws(FunctionError) -> Value {
    var result = ""
    var rest = format
    var next = values.startIndex
    var isUnknown = false
    while let mark = rest.firstIndex(of: "%") {
      result += rest[..<mark]
      rest = rest[rest.index(after: mark)...]
      guard let verb = Self.readVerb(&rest) else {
        throw FunctionError("unrecognized format character", argument: 0)
      }
      if verb.letter == "%" {
        result += "%"
        continue
      }
      let index = verb.argument.map { values.startIndex + $0 - 1 } ?? next
      guard values.indices.contains(index) else {
        throw FunctionError("not enough arguments for the format string")
      }
      next = index + 1
      if let text = try Self.text(of: values[index], verb) {
        result += text
      } else {
        isUnknown = true
      }
      if result.utf8.count > 1 << 20 { return .unknown }
    }
    if next < values.endIndex, !format.contains("[") {
      throw FunctionError("too many arguments; only \(next - values.startIndex) used by format string")
    }
    return isUnknown ? .unknown : .string(result + rest)
  }

  private static func readVerb(_ rest: inout Substring) -> Verb? {
    var verb = Verb()
    while let flag = rest.first, "+-# 0".contains(flag) {
      verb.flags.insert(flag)
      rest.removeFirst()
    }
    if rest.first == "[" {
      rest.removeFirst()
      verb.argument = readNumber(&rest)
      guard rest.popFirst() == "]" else { return nil }
    }
    verb.width = readNumber(&rest)
    if rest.first == "." {
      rest.removeFirst()
      verb.precision = readNumber(&rest) ?? 0
    }
    guard let letter = rest.popFirst() else { return nil }
    verb.letter = letter
    return verb
  }

  private static func readNumber(_ rest: inout Substring) -> Int? {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    rest = rest.dropFirst(digits.count)
    return Int(digits).map { min($0, 10_000) }
  }

  /// Nil when the result cannot be told.
  private static func text(of value: Value, _ verb: Verb) throws(FunctionError) -> String? {
    guard value.isWhollyKnown else { return nil }
    switch verb.letter {
    case "s", "q", "v":
      guard let text = plainText(of: value, verb) else { return nil }
      return padded(
        verb.letter == "q" ? quotedSource(text) : verb.precision.map { String(text.prefix($0)) } ?? text,
        verb: verb
      )
    case "t":
      guard let flag = value.bool else { throw FunctionError("unsupported value for \"%t\": bool required") }
      return padded(flag ? "true" : "false", verb: verb)
    case "d", "b", "o", "x", "X":
      guard let number = value.wholeNumber else { return nil }
      let radix = ["b": 2, "o": 8, "x": 16, "X": 16][verb.letter] ?? 10
      return padded(
        signed(String(number, radix: radix, uppercase: verb.letter == "X"), verb: verb), verb: verb)
    case "f", "F":
      guard let number = value.number else {
        throw FunctionError("unsupported value for \"%f\": number required")
      }
      if case .bigInteger = value.numeric { return nil }
      return fixed(number, digits: verb.precision ?? 6).map { padded(signed($0, verb: verb), verb: verb) }
    default: return nil
    }
  }

  private static func plainText(of value: Value, _ verb: Verb) -> String? {
    switch value {
    case .null: verb.letter == "v" ? "null" : nil
    case .list, .object: verb.letter == "v" ? value.json : nil
    // The shortest form turns to exponents for large numbers; those are left to the real tool.
    case .bigInteger where verb.letter == "v": nil
    case .number(let number) where verb.letter == "v" && abs(number) >= 100_000: nil
    default: value.text
    }
  }

  private static func signed(_ text: String, verb: Verb) -> String {
    if text.hasPrefix("-") { return text }
    return verb.flags.contains("+") ? "+" + text : verb.flags.contains(" ") ? " " + text : text
  }

  private static func fixed(_ number: Double, digits: Int) -> String? {
    guard digits <= 15 else { return nil }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    guard let scaled = Int(exactly: (abs(number) * scale).rounded(.toNearestOrEven)) else { return nil }
    let text = String(scaled)
    let filled = String(repeating: "0", count: max(digits + 1 - text.count, 0)) + text
    let sign = number < 0 ? "-" : ""
    return digits == 0 ? sign + filled : sign + filled.dropLast(digits) + "." + filled.suffix(digits)
  }

  private static func padded(_ text: String, verb: Verb) -> String {
    let missing = max((verb.width ?? 0) - text.count, 0)
    if verb.flags.contains("-") { return text + String(repeating: " ", count: missing) }
    guard verb.flags.contains("0") else { return String(repeating: " ", count: missing) + text }
    let sign = text.prefix { "+-".contains($0) }
    return sign + String(repeating: "0", count: missing) + text.dropFirst(sign.count)
  }
}
