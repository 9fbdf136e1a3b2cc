extension Value {
  /// As `jsonencode` writes it: no spaces, keys sorted, `<`, `>` and `&` escaped. An unknown is written as null, so ask
  /// `isWhollyKnown` first where that matters.
  package var json: String {
    var text = ""
    writeJSON(to: &text)
    return text
  }

  private func writeJSON(to text: inout String) {
    switch self {
    case .null, .unknown: text += "null"
    case .bool, .number, .bigInteger: text += self.text ?? "null"
    case .string(let string): writeJSONString(string, to: &text)
    case .list(let items):
      text += "["
      for (index, item) in items.enumerated() {
        if index > 0 { text += "," }
        item.writeJSON(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
        if index > 0 { text += "," }
        writeJSONString(member.key, to: &text)
        text += ":"
        member.value.writeJSON(to: &text)
      }
      text += "}"
    }
  }
}

private func writeJSONString(_ string: String, to text: inout String) {
  text += "\""
  for scalar in string.unicodeScalars {
    switch scalar {
    case "\"": text += "\\\""
    case "\\": text += "\\\\"
    case "\n": text += "\\n"
    case "\r": text += "\\r"
    case "\t": text += "\\t"
    case "<", ">", "&", "\u{2028}", "\u{2029}": text += escaped(scalar)
    case _ where scalar.value < 0x20: text += escaped(scalar)
    default: text.unicodeScalars.append(scalar)
    }
  }
  text += "\""
}

private func escaped(_ scalar: Unicode.Scalar) -> String {
  let hex = String(scalar.value, radix: 16)
  return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
}
