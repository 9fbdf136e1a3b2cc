import Basics
import Manifests

extension FieldCheck {
  /// `allOf`, `anyOf`, `oneOf` and `not`.
  mutating func combine(_ value: JSONValue, schema: FieldSchema, path: FieldPath) {
    func matches(_ place: Int) -> Bool {
      var inner = FieldCheck(schemas, metadata: nil)
      inner.check(value, at: place, path: path)
      return inner.faults.isEmpty
    }
    for place in schema.all { check(value, at: place, path: path) }
    if !schema.any.isEmpty, !schema.any.contains(where: matches) {
      fault(
        "no-form", summary: "None of the forms", detail: "'\(path)' has none of the forms that it may have.",
        path: path)
    }
    if !schema.one.isEmpty {
      let count = schema.one.count(where: matches)
      if count != 1 {
        fault(
          "one-form", summary: "Not one of the forms",
          detail: "'\(path)' has \(count) of the forms of which it has to have exactly one.", path: path)
      }
    }
    if let not = schema.not, matches(not) {
      fault(
        "forbidden-form", summary: "Forbidden form", detail: "'\(path)' has a form that it may not have.",
        path: path)
    }
  }

  static func name(of value: JSONValue) -> String {
    switch value {
    case .object: "an object"
    case .array: "a list"
    case .string: "a text"
    case .integer: "a whole number"
    case .number: "a number"
    case .bool: "a truth value"
    case .null: "nothing"
    }
  }

  static func name(of kind: FieldSchema.Kind) -> String {
    switch kind {
    case .object: "an object"
    case .array: "a list"
    case .string: "a text"
    case .integer: "a whole number"
    case .number: "a number"
    case .boolean: "a truth value"
    case .integerOrString: "a whole number or a text"
    case .quantity: "a quantity such as 500m or 1Gi"
    case .any: "anything"
    }
  }

  static func hint(_ value: JSONValue, kind: FieldSchema.Kind) -> String {
    guard kind == .string else { return "" }
    switch value {
    case .integer, .number, .bool: return " Write it in quotes: \"\(value.compact)\"."
    default: return ""
    }
  }
}
