extension Value {
  /// The value as one writes it in a file: `{ a = 1 }`, `["x"]`; an unknown is written as null.
  package var source: String {
    switch self {
    case .null, .unknown: return "null"
    case .bool, .number, .bigInteger: return text ?? "null"
    case .string(let string): return quotedSource(string)
    case .list(let items): return "[\(items.map(\.source).joined(separator: ", "))]"
    case .object(let members):
      if members.isEmpty { return "{}" }
      let pairs = members.sorted { $0.key < $1.key }.map { "\(keySource($0.key)) = \($0.value.source)" }
      return "{ \(pairs.joined(separator: ", ")) }"
    }
  }
}

/// A quoted string that reads back as `text`, template marks escaped.
package func quotedSource(_ text: String) -> String {
  var result = "\""
  var previous: Unicode.Scalar = " "
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case "{" where previous == "$" || previous == "%":
      result.unicodeScalars.append(previous)
      result += "{"
    default: result.unicodeScalars.append(scalar)
    }
    previous = scalar
  }
  return result + "\""
}

private func keySource(_ key: String) -> String {
  let lexer = Lexer(Array(key.utf8))
  return !key.isEmpty && lexer.identifierLength() == key.utf8.count ? key : quotedSource(key)
}
