/// One piece of code in an answer.
package struct CodeBlock: Hashable, Sendable {
  /// The word after the fence, in lower case; nil where there is none.
  package var language: String?
  /// The file it is meant for: named by a first line that is a comment, by the fence, or by the line before it.
  package var path: String?
  package var text: String
  /// False where the answer ends inside of the code.
  package var isClosed: Bool

  /// Whether it can be a configuration: not marked as another language, and with a block of one.
  package var isConfiguration: Bool {
    guard ["hcl", "terraform", "tf", "tofu", "opentofu", nil].contains(language) else { return false }
    return text.split(separator: "\n").contains { BlockHead($0) != nil }
  }
}

/// The first line of a top-level block: `resource "aws_vpc" "main" {`.
struct BlockHead: Hashable {
  private static let types: Set<Substring> = [
    "resource", "data", "variable", "output", "module", "locals", "provider", "terraform", "moved", "import",
    "removed", "check", "ephemeral",
  ]
  /// Type and labels, without quotes.
  let words: [String]
  let endsItself: Bool

  init?(_ line: Substring) {
    let trimmed = line.drop { $0 == " " || $0 == "\t" }
    guard let brace = trimmed.firstIndex(of: "{"), let end = trimmed.last(where: { !$0.isWhitespace }) else {
      return nil
    }
    let words = trimmed[..<brace].split { $0 == " " || $0 == "\t" }
    guard let type = words.first, Self.types.contains(type), words.count <= 3,
      words.dropFirst().allSatisfy({ $0.first == "\"" && $0.last == "\"" })
    else { return nil }
    self.words = words.map { $0.filter { $0 != "\"" } }
    endsItself = end == "}"
  }
}
