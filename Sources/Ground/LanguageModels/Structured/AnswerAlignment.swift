import Basics

/// Reads near misses: where a form lists values and the answer has another text, the one value that it can only mean takes
/// its place (`draft A`, `"a".`, `High` for `A` and `high`).
package enum AnswerAlignment {
  /// The document with such texts as the form has them; what could mean several values or none stays as it is.
  static func aligned(_ document: JSONValue, to schema: JSONValue) -> JSONValue {
    switch document {
    case .string(let text):
      let values = (schema["enum"]?.array ?? []).compactMap(\.string)
      guard !values.isEmpty, let meant = meant(by: text, among: values) else { return document }
      return .string(meant)
    case .array(let elements):
      guard let items = schema["items"] else { return document }
      return .array(elements.map { aligned($0, to: items) })
    case .object(let members):
      return .object(
        members.map { member in
          guard let property = schema["properties"]?[member.key] else { return member }
          return JSONMember(member.key, value: aligned(member.value, to: property))
        })
    default: return document
    }
  }

  /// The one value that a text can only mean; nil where that is none or several.
  package static func meant(by text: String, among values: [String]) -> String? {
    if values.contains(text) { return text }
    let plain = plain(text)
    let same = values.filter { Self.plain($0) == plain }
    if same.count == 1 { return same.first }
    // The value among other words: as it is written before as it sounds, because a label may be a word, too.
    let words = words(of: text)
    let written = values.filter { words.contains($0) }
    if written.count == 1 { return written.first }
    guard written.isEmpty else { return nil }
    let sounding = values.filter { value in words.contains { Self.plain($0) == Self.plain(value) } }
    return sounding.count == 1 ? sounding.first : nil
  }

  /// Without case and whatever stands around it.
  private static func plain(_ text: String) -> String {
    text.lowercased().trimmed { !$0.isLetter && !$0.isNumber }
  }

  private static func words(of text: String) -> [String] {
    text.split { $0.isWhitespace || ",;:()[]{}\"'`".contains($0) }.map { word in
      String(word).trimmed { ".!?*_".contains($0) }
    }
  }
}

extension String {
  fileprivate func trimmed(_ isTrimmed: (Character) -> Bool) -> String {
    var text = drop(while: isTrimmed)
    while let last = text.last, isTrimmed(last) { text.removeLast() }
    return String(text)
  }
}
