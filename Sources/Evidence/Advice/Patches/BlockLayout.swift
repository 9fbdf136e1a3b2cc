import HCL

/// Keeps a patch to what it changes: a block that is not in canonical layout keeps its own.
enum BlockLayout {
  /// The text of an edited block: formatted where it was formatted before, else with only the new lines indented.
  static func laidOut(_ edit: HCLEdit, before: String) -> String {
    let formatted = edit.text
    if canonical(before) == before { return formatted }
    let known = Set(lines(before))
    let indented = Dictionary(lines(formatted).map { (words($0), $0) }) { first, _ in first }
    return lines(edit.unformatted).map { line in
      let isNew = !known.contains(line) && line.first.map { !$0.isWhitespace } ?? false
      return isNew ? indented[words(line)] ?? line : line
    }.joined(separator: "\n")
  }

  private static func canonical(_ text: String) -> String {
    let formatted = HCLFormatter.format(HCLFile(path: "", text: text)) ?? text
    return formatted.hasSuffix("\n") && !text.hasSuffix("\n") ? String(formatted.dropLast()) : formatted
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// A line whatever its spaces.
  private static func words(_ line: Substring) -> String {
    line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
