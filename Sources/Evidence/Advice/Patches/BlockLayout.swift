import HCL

/// Keeps a patch to what it changes: a block that is not in canonical layout keeps its own.
enum BlockLayout {
  /// The text of an edited block: formatted where it was formatted before, else with only the new lines indented.
  static func laidOut(_ edit: HCLEdit, before: String) -> String {
    let formatted = edit.text
    if canonical(before) == before { return formatted }
    let (own, canonical) = (lines(edit.unformatted), lines(formatted))
    // Formatting moves nothing to another line, so that each new line has its formatted one.
    guard own.count == canonical.count else { return formatted }
    var result = own
    for case .insert(let offset, _, _) in own.difference(from: lines(before)) {
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
