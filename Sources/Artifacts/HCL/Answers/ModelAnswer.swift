import Basics

/// What a language model answered, and the code inside: in fences with or without a language, closed or cut off, with
/// prose around, several of them, or none.
package struct ModelAnswer: Sendable {
  /// Every piece of code, in order.
  package let blocks: [CodeBlock]
  private let fallback: String

  package init(_ text: String) {
    // A carriage return and its newline are one character.
    let answer = ReasoningTags.stripped(from: text)
    let fenced = Self.fencedBlocks(answer[...])
    blocks =
      fenced.isEmpty
      ? Self.bareBlocks(answer.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" })
      : fenced
    fallback = blocks.first?.text ?? text
  }

  /// The configuration as one text: all pieces that are one, without those that say again what an earlier one declared.
  /// Where no piece looks like a configuration, the first piece, or the answer as it is.
  package var configuration: String {
    let texts = configurations.map(\.text)
    return texts.isEmpty ? fallback : texts.joined(separator: "\n")
  }

  /// The configuration as files, by the paths that the answer gives; what has none is `main.tf`.
  package var files: [String: String] {
    let pieces = configurations
    if pieces.isEmpty { return ["main.tf": fallback] }
    return Dictionary(pieces.map { ($0.path ?? "main.tf", $0.text) }) { "\($0)\n\($1)" }
  }

  private var configurations: [CodeBlock] {
    var declared: Set<[String]> = []
    return blocks.filter { block in
      guard block.isConfiguration else { return false }
      let heads = block.text.split(separator: "\n").compactMap {
        $0.first == " " ? nil : BlockHead($0)?.words
      }
      let names = heads.filter { $0.count > 1 || block.path == nil }.map { [block.folder] + $0 }
      guard declared.isDisjoint(with: names.filter { $0.count > 2 }) else { return false }
      declared.formUnion(names)
      return true
    }
  }

  /// Some models think aloud first; code in there is not the answer.
}

extension CodeBlock {
  /// Where its names live: those of another folder are others.
  fileprivate var folder: String {
    guard let path, let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[..<slash])
  }
}
