import HCL
import Vocabulary

/// Gives lines that were there before the spaces back that they had: printing a file to change one block of it must not lay out
/// the others.
struct KeptLayout {
  /// By the words of a line, how it was written, in order.
  private let lines: [String: [String]]
  private let hasWideGaps: Bool

  /// - Parameter text: the file as it was; one that is laid out as the tool would stays so.
  init(_ text: String) {
    hasWideGaps = text.contains("\n\n\n")
    lines =
      HCLFormatter.format(text) == text
      ? [:] : Dictionary(grouping: text.split(separator: "\n").map(String.init), by: Self.words)
  }

  func applied(to file: Artifact) -> Artifact {
    var rest = lines
    var result: [String] = []
    for line in file.content.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      // What was added leaves one line free, not two.
      if line.isEmpty, !hasWideGaps, result.last?.isEmpty == true { continue }
      let words = Self.words(line)
      if let written = rest[words]?.first {
        rest[words]?.removeFirst()
        result.append(written)
      } else {
        result.append(line)
      }
    }
    var text = result.joined(separator: "\n")
    if file.content.hasSuffix("\n"), !text.hasSuffix("\n") { text += "\n" }
    return Artifact(path: file.path, content: text)
  }

  private static func words(_ line: String) -> String {
    line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
