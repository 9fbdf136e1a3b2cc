import Basics

extension YAMLNode {
  /// The node as a JSON document, with plain scalars resolved as Kubernetes and YAML 1.2's core schema do: null, true
  /// and false, whole numbers (decimal, `0x`, `0o`, and a leading zero for octal, as kubectl reads `0644`) and decimal
  /// fractions. Everything else stays a string: `no`, `on`, `12:30`, `2026-01-02`.
  package var json: JSONValue {
    switch content {
    case .scalar(let scalar): scalar.json
    case .sequence(let elements): .array(elements.map(\.json))
    case .mapping(let pairs): .object(pairs.map { JSONMember($0.key, value: $0.value.json) })
    }
  }
}

extension YAMLNode.Scalar {
  package var json: JSONValue { isString ? .string(text) : PlainScalar.resolve(text) }
}

/// What a plain scalar means.
private enum PlainScalar {
  static func resolve(_ text: String) -> JSONValue {
    switch text {
    case "", "~", "null", "Null", "NULL": .null
    case "true", "True", "TRUE": .bool(true)
    case "false", "False", "FALSE": .bool(false)
    default: integer(text) ?? fraction(text) ?? .string(text)
    }
  }

  private static func integer(_ text: String) -> JSONValue? {
    let isNegative = text.hasPrefix("-")
    let digits = isNegative || text.hasPrefix("+") ? text.dropFirst() : text[...]
    let radix: Int
    let body: Substring
    if digits.hasPrefix("0x") {
      (radix, body) = (16, digits.dropFirst(2))
    } else if digits.hasPrefix("0o") {
      (radix, body) = (8, digits.dropFirst(2))
    } else if digits.hasPrefix("0"), digits.count > 1, digits.allSatisfy({ ("0"..."7").contains($0) }) {
      (radix, body) = (8, digits.dropFirst())
    } else {
      (radix, body) = (10, digits)
    }
    guard let first = body.first, first != "+", first != "-",
      let value = Int(isNegative ? "-\(body)" : String(body), radix: radix)
    else { return nil }
    return .integer(value)
  }

  private static func fraction(_ text: String) -> JSONValue? {
    var body = text[...]
    if let first = body.first, first == "+" || first == "-" { body = body.dropFirst() }
    guard let first = body.first, first == "." || first.isASCIIDigit,
      body.allSatisfy({ $0.isASCIIDigit || ".eE+-".contains($0) }), body.contains(where: \.isASCIIDigit)
    else { return nil }
    let written = body.hasPrefix(".") ? "0\(body)" : String(body)
    guard let value = Double(written.hasSuffix(".") ? written + "0" : written), value.isFinite else {
      return nil
    }
    return .number(text.hasPrefix("-") ? -value : value)
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
