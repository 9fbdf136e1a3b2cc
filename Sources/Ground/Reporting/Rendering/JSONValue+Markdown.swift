import Basics

extension JSONValue {
  /// Text that a person or a model wrote stays text: no table cell, link, image or HTML can come out of it.
  ///
  /// - Parameter names: members that stay as they are: what a template puts where Markdown reads no marks.
  func escapedForMarkdown(sparing names: Set<String>) -> JSONValue {
    switch self {
    case .string(let text): .string(MarkdownText.escaped(text))
    case .array(let elements): .array(elements.map { $0.escapedForMarkdown(sparing: names) })
    case .object(let members):
      .object(
        members.map { member in
          names.contains(member.key)
            ? member : JSONMember(member.key, value: member.value.escapedForMarkdown(sparing: names))
        })
    default: self
    }
  }
}
