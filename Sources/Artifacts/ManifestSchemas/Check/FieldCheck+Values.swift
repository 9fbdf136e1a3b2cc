import Basics
import Manifests
import Patterns

extension FieldCheck {
  /// Enumerations, patterns, bounds and formats.
  mutating func checkValue(_ value: JSONValue, schema: FieldSchema, path: FieldPath) {
    if !schema.values.isEmpty, !schema.values.contains(value) {
      let known = schema.values.map { $0.string ?? $0.compact }
      fault(
        "value", summary: "Value is none of those accepted",
        detail: "'\(path)' is \(value.compact); accepted are \(known.joined(separator: ", "))."
          + (value.string.map { Spelling.hint(for: $0, among: known) } ?? ""), path: path)
    }
    if let text = value.string, !schema.takenValues.isEmpty, !schema.takenValues.contains(text) {
      fault(
        "taken-value", summary: "Value is none of those accepted",
        detail: "'\(path)' is \"\(text)\"; accepted are \(schema.takenValues.joined(separator: ", "))."
          + Spelling.hint(for: text, among: schema.takenValues), path: path)
    }
    switch value {
    case .string(let text): checkText(text, schema: schema, path: path)
    case .integer, .number: checkNumber(value, schema: schema, path: path)
    case .array(let elements): checkLimits(elements.count, limits: schema.counts, of: "elements", path: path)
    case .object(let members): checkLimits(members.count, limits: schema.sizes, of: "fields", path: path)
    default: break
    }
  }

  private mutating func checkLimits(
    _ count: Int, limits: FieldSchema.Limits?, of what: String, path: FieldPath
  ) {
    guard let limits else { return }
    if let least = limits.least, count < least {
      fault(
        "bounds", summary: "Out of bounds",
        detail: "'\(path)' has \(count) \(what), at least \(least) are needed.", path: path)
    }
    if let most = limits.most, count > most {
      fault(
        "bounds", summary: "Out of bounds",
        detail: "'\(path)' has \(count) \(what), at most \(most) are accepted.", path: path)
    }
  }

  private mutating func checkText(_ text: String, schema: FieldSchema, path: FieldPath) {
    checkLimits(text.unicodeScalars.count, limits: schema.lengths, of: "characters", path: path)
    if let source = schema.pattern {
      do {
        if try !Pattern(source).matches(text) {
          fault(
            "pattern", summary: "Value does not match",
            detail: "'\(path)' is \"\(text)\" and has to match \(source).",
            path: path)
        }
      } catch {
        unchecked.insert("the pattern \(source): \(error.detail)")
      }
    }
    if schema.kind == .quantity, !Quantity.isQuantity(text) {
      fault(
        "quantity", summary: "Not a quantity",
        detail: "'\(path)' is \"\(text)\"; a quantity is a number with a suffix such as m, k, M, Mi or Gi.",
        path: path)
    }
    if schema.format == "date-time", !DateTime.isDateTime(text) {
      fault(
        "format", summary: "Not a time",
        detail: "'\(path)' is \"\(text)\"; a time is as 2026-01-31T12:00:00Z.",
        path: path)
    }
  }

  private mutating func checkNumber(_ value: JSONValue, schema: FieldSchema, path: FieldPath) {
    guard let number = value.double else { return }
    var (least, most) = (schema.minimum, schema.maximum)
    if schema.format == "int32", schema.kind == .integer {
      (least, most) = (
        max(least ?? -2_147_483_648, -2_147_483_648), min(most ?? 2_147_483_647, 2_147_483_647)
      )
    }
    if let least, number < least || schema.excludesMinimum && number == least {
      fault(
        "bounds", summary: "Out of bounds",
        detail: "'\(path)' is \(value.compact), and the least is \(JSONValue.number(least).compact).",
        path: path)
    }
    if let most, number > most || schema.excludesMaximum && number == most {
      fault(
        "bounds", summary: "Out of bounds",
        detail: "'\(path)' is \(value.compact), and the most is \(JSONValue.number(most).compact).",
        path: path)
    }
    if let step = schema.multipleOf, step > 0, (number / step).rounded() * step != number {
      fault(
        "bounds", summary: "Out of bounds",
        detail: "'\(path)' is \(value.compact), and has to be a multiple of \(step).", path: path)
    }
  }
}
