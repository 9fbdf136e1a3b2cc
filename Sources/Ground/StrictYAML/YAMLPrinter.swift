import Basics

/// Prints a JSON document as block YAML: two spaces, keys in their own order, one text for equal documents. Strings that
/// some YAML reader takes for something else are in double quotes; several lines are a literal block.
package enum YAMLPrinter {
  package static func print(_ value: JSONValue) -> String {
    var text = ""
    write(value, indent: 0, into: &text, isInline: false)
    return text
  }

  /// Several documents with `---` between them.
  package static func print(documents: [JSONValue]) -> String {
    documents.map { print($0) }.joined(separator: "---\n")
  }

  /// `isInline`: something stands before the value on its line, as a key or a dash.
  private static func write(_ value: JSONValue, indent: Int, into text: inout String, isInline: Bool) {
    switch value {
    case .object(let members) where !members.isEmpty:
      for (index, member) in members.enumerated() {
        if index > 0 || !isInline { text.append(String(repeating: " ", count: indent)) }
        text.append(YAMLScalarText.key(member.key) + ":")
        writeBelow(member.value, indent: indent, into: &text)
      }
    case .array(let elements) where !elements.isEmpty:
      for (index, element) in elements.enumerated() {
        if index > 0 || !isInline { text.append(String(repeating: " ", count: indent)) }
        text.append("- ")
        write(element, indent: indent + 2, into: &text, isInline: true)
      }
    default:
      text.append(YAMLScalarText.value(value, indent: indent) + "\n")
    }
  }

  private static func writeBelow(_ value: JSONValue, indent: Int, into text: inout String) {
    switch value {
    case .object(let members) where !members.isEmpty:
      text.append("\n")
      write(value, indent: indent + 2, into: &text, isInline: false)
    case .array(let elements) where !elements.isEmpty:
      text.append("\n")
      write(value, indent: indent + 2, into: &text, isInline: false)
    default:
      text.append(" " + YAMLScalarText.value(value, indent: indent + 2) + "\n")
    }
  }
}
