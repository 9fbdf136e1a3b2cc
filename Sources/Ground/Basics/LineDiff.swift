/// What changed between two texts, as `diff -u` prints it.
package enum LineDiff {
  /// Empty where the texts are equal. `context` unchanged lines stand around each change.
  /// - Parameter line: the number of the first line, where the texts are parts of a file.
  package static func unified(
    _ before: String, after: String, file: String, context: Int = 3, line: Int = 1
  ) -> String {
    let edits = edits(lines(before), after: lines(after))
    guard edits.contains(where: { $0.mark != " " }) else { return "" }
    return "--- \(file)\n+++ \(file)\n" + hunks(edits, context: context).map { text($0, line: line) }.joined()
  }

  private struct Edit {
    var mark: Character
    var line: Substring
    /// Numbers of the line in the text before and after, from 1; of the next line where it is not there.
    var before: Int
    var after: Int
  }

  /// With the end of each line, which the last one of a text may lack.
  private static func lines(_ text: String) -> [Substring] {
    var lines: [Substring] = []
    var start = text.startIndex
    while let end = text[start...].firstIndex(where: isEnd) {
      let next = text.index(after: end)
      lines.append(text[start..<next])
      start = next
    }
    return start < text.endIndex ? lines + [text[start...]] : lines
  }

  private static func edits(_ before: [Substring], after: [Substring]) -> [Edit] {
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in after.difference(from: before) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var edits: [Edit] = []
    var (old, new) = (0, 0)
    while old < before.count || new < after.count {
      if old < before.count, removed.contains(old) {
        edits.append(Edit(mark: "-", line: before[old], before: old + 1, after: new + 1))
        old += 1
      } else if new < after.count, inserted.contains(new) {
        edits.append(Edit(mark: "+", line: after[new], before: old + 1, after: new + 1))
        new += 1
      } else {
        edits.append(Edit(mark: " ", line: before[old], before: old + 1, after: new + 1))
        old += 1
        new += 1
      }
    }
    return edits
  }

  private static func hunks(_ edits: [Edit], context: Int) -> [ArraySlice<Edit>] {
    var hunks: [Range<Int>] = []
    for (index, edit) in edits.enumerated() where edit.mark != " " {
      let range = max(0, index - context)..<min(edits.count, index + context + 1)
      if let last = hunks.last, last.upperBound >= range.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        hunks.append(range)
      }
    }
    return hunks.map { edits[$0] }
  }

  private static func text(_ hunk: ArraySlice<Edit>, line: Int) -> String {
    guard let first = hunk.first else { return "" }
    let old = hunk.count { $0.mark != "+" }
    let new = hunk.count { $0.mark != "-" }
    let head = "@@ -\(first.before + line - 1),\(old) +\(first.after + line - 1),\(new) @@\n"
    return head + hunk.map { "\($0.mark)\(ended($0.line))" }.joined()
  }

  private static func isEnd(_ character: Character) -> Bool { character == "\n" || character == "\r\n" }

  /// As `diff` says it of a last line that has no end.
  private static func ended(_ line: Substring) -> String {
    line.last.map(isEnd) == true ? String(line) : "\(line)\n\\ No newline at end of file\n"
  }
}
