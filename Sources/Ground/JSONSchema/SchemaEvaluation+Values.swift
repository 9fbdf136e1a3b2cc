import Basics

extension SchemaEvaluation {
  /// The keywords that look at the instance alone.
  mutating func check(
    _ keyword: String, expected: JSONValue, node: SchemaNode, instance: JSONValue, path: String
  ) {
    switch keyword {
    case "type":
      let types = expected.array?.compactMap(\.string) ?? [expected.string ?? ""]
      if !types.contains(where: { Self.has(instance, type: $0) }) {
        report(
          path, keyword: keyword,
          message: "Expected \(types.joined(separator: " or ")), got \(Self.type(of: instance)).")
      }
    case "enum":
      if let values = expected.array, !values.contains(where: { $0.isSame(as: instance) }) {
        report(path, keyword: keyword, message: "Expected one of \(expected.compact).")
      }
    case "const":
      if !expected.isSame(as: instance) {
        report(path, keyword: keyword, message: "Expected \(expected.compact).")
      }
    case "multipleOf", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum":
      if let limit = expected.double, let number = instance.double {
        checkNumber(keyword, number: number, limit: limit, path: path)
      }
    case "minLength", "maxLength":
      if let text = instance.string {
        checkCount(keyword, count: text.unicodeScalars.count, limit: expected, what: "characters", path: path)
      }
    case "pattern":
      if let text = instance.string, let pattern = expected.string,
        !matches(text, pattern: pattern, path: path)
      {
        report(path, keyword: keyword, message: "Expected a text that matches \(pattern).")
      }
    case "minItems", "maxItems":
      if let items = instance.array {
        checkCount(keyword, count: items.count, limit: expected, what: "items", path: path)
      }
    case "uniqueItems":
      if expected.bool == true, let items = instance.array, Self.hasEqual(items) {
        report(path, keyword: keyword, message: "Two items are equal.")
      }
    case "minProperties", "maxProperties":
      if let members = instance.object {
        checkCount(keyword, count: members.count, limit: expected, what: "properties", path: path)
      }
    case "required":
      guard instance.object != nil else { return }
      for name in expected.array?.compactMap(\.string) ?? [] where instance[name] == nil {
        report(path, keyword: keyword, message: "'\(name)' is missing.")
      }
    case "dependentRequired":
      guard instance.object != nil else { return }
      for member in expected.object ?? [] where instance[member.key] != nil {
        for name in member.value.array?.compactMap(\.string) ?? [] where instance[name] == nil {
          report(path, keyword: keyword, message: "'\(name)' is missing; '\(member.key)' needs it.")
        }
      }
    default: break
    }
  }

  private mutating func checkNumber(_ keyword: String, number: Double, limit: Double, path: String) {
    let isGood: Bool
    let words: String
    switch keyword {
    case "minimum": (isGood, words) = (number >= limit, "at least")
    case "maximum": (isGood, words) = (number <= limit, "at most")
    case "exclusiveMinimum": (isGood, words) = (number > limit, "more than")
    case "exclusiveMaximum": (isGood, words) = (number < limit, "less than")
    default:
      let quotient = number / limit
      // A decimal fraction is no exact binary number: 0.0075 is a multiple of 0.0001 all the same.
      isGood = quotient.isFinite && abs(quotient - quotient.rounded()) < 1e-9
      words = "a multiple of"
    }
    if !isGood {
      report(path, keyword: keyword, message: "Expected \(words) \(JSONValue.number(limit).compact).")
    }
  }

  private mutating func checkCount(
    _ keyword: String, count: Int, limit: JSONValue, what: String, path: String
  ) {
    guard let limit = limit.double else { return }
    let isMinimum = keyword.hasPrefix("min")
    if isMinimum ? Double(count) < limit : Double(count) > limit {
      report(
        path, keyword: keyword,
        message:
          "Expected \(isMinimum ? "at least" : "at most") \(JSONValue.number(limit).compact) \(what), got \(count)."
      )
    }
  }

  /// Whether the pattern is found in the text; a pattern that cannot be read is a violation of its own.
  mutating func matches(_ text: String, pattern: String, path: String) -> Bool {
    do {
      return try Regex(pattern).firstMatch(in: text) != nil
    } catch {
      report(path, keyword: "pattern", message: "The schema's pattern '\(pattern)' cannot be read.")
      return true
    }
  }

  private static func has(_ value: JSONValue, type: String) -> Bool {
    switch type {
    case "integer": value.double.map { $0 == $0.rounded() } ?? false
    case "number": value.double != nil
    default: Self.type(of: value) == type
    }
  }

  private static func type(of value: JSONValue) -> String {
    switch value {
    case .null: "null"
    case .bool: "boolean"
    case .integer, .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }

  /// Equal values have equal canonical texts, so that a set finds them.
  private static func hasEqual(_ items: [JSONValue]) -> Bool {
    Set(items.map { Array($0.canonical.utf8) }).count < items.count
  }
}

extension JSONValue {
  /// Equal as JSON Schema means it: 1 and 1.0 are the same and the order of keys does not count, but two ways to write
  /// one visible character are two texts.
  func isSame(as other: JSONValue) -> Bool { canonical.utf8.elementsEqual(other.canonical.utf8) }
}
