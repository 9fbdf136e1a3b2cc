extension HCLEdit {
  /// The text as it is now, in the layout of a text before: in canonical layout where that was, else with only the new lines laid
  /// out, so that an edit shows nothing but what it changes.
  package func text(keepingLayoutOf before: String) -> String {
    let formatted = text
    if Self.canonical(before) == before { return formatted }
    let (own, canonical) = (Self.lines(unformatted), Self.lines(formatted))
    // Formatting moves nothing to another line, so that each new line has its formatted one.
    guard own.count == canonical.count else { return formatted }
    var result = own
    for case .insert(let offset, _, _) in own.difference(from: Self.lines(before)) {
      result[offset] = canonical[offset]
    }
    return result.joined(separator: "\n")
  }

  private static func canonical(_ text: String) -> String {
    let formatted = HCLFormatter.format(HCLFile(path: "", text: text)) ?? text
    return formatted.hasSuffix("\n") && !text.hasSuffix("\n") ? String(formatted.dropLast()) : formatted
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
