import Experts
import Basics
import HCL
import LanguageModels
import Vocabulary

/// The files in a model's answer: fenced blocks with a path, and configuration without one.
struct DraftFiles {
  let files: [Artifact]

  init(_ answer: String) {
    var contents: [String: String] = [:]
    for block in FencedBlock.blocks(in: answer) {
      if let path = Self.path(of: block) {
        // A path that comes twice was written again.
        contents[path] = Self.content(of: block)
      } else if let path = Self.place(of: block) {
        contents[path] = contents[path].map { $0 + Self.join(path) + block.text } ?? block.text
      }
    }
    if contents.isEmpty { contents = Self.bare(answer) }
    files = contents.sorted { $0.key < $1.key }.map { Artifact(path: $0.key, content: $0.value) }
  }

  /// The path that a block says it has: in a comment on its first line, after the fence, or in the line before it.
  static func path(of block: FencedBlock) -> String? {
    if let first = block.lines.first, let path = commented(first[...]) { return path }
    let words = block.info.split { " :=\"'`()".contains($0) }
    if let path = words.lazy.compactMap(normal).first { return path }
    let named = block.before.split { " *`\"#():,".contains($0) }.compactMap(normal)
    return named.count == 1 ? named.first : nil
  }

  private static func commented(_ line: Substring) -> String? {
    let trimmed = line.drop { $0 == " " || $0 == "\t" }
    guard let mark = ["#", "//", "<!--", "/*"].first(where: trimmed.hasPrefix) else { return nil }
    let words = trimmed.dropFirst(mark.count).split { " :=\"'`*".contains($0) }
    return words.count <= 4 ? words.lazy.compactMap(normal).first : nil
  }

  /// The word as a path below the folder of its format; nil where it is no file of a draft.
  private static func normal(_ word: Substring) -> String? {
    var path = String(word)
    while path.hasPrefix("./") { path.removeFirst(2) }
    let isPlain = path.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-/".contains($0)) }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard isPlain, !parts.contains(".."), !parts.contains(""), let name = parts.last else { return nil }
    guard let format = ArtifactFormat.named(by: name) else { return nil }
    return format.holds(path) ? path : format.path(of: path)
  }

  /// Where a block goes that is code and has no path.
  private static func place(of block: FencedBlock) -> String? {
    guard let word = block.info.split(separator: " ").first?.lowercased(),
      let format = ArtifactFormat.all.first(where: { $0.languages.contains(word) })
    else { return nil }
    guard let marker = format.marker else { return format.path(of: format.mainFile) }
    return block.lines.contains { $0.hasPrefix(marker) } ? format.path(of: format.mainFile) : nil
  }

  private static func join(_ path: String) -> String {
    ArtifactFormat.all.first { $0.holds(path) }?.separator ?? "\n"
  }

  private static func content(of block: FencedBlock) -> String {
    guard let first = block.lines.first, commented(first[...]) != nil else { return block.text }
    let rest = block.lines.dropFirst().drop { $0.allSatisfy(\.isWhitespace) }
    return rest.joined(separator: "\n") + "\n"
  }

  /// Configuration that stands among the words without any fence.
  private static func bare(_ answer: String) -> [String: String] {
    let blocks = ModelAnswer(answer).blocks.filter(\.isConfiguration)
    guard !blocks.isEmpty else { return [:] }
    let format = ArtifactFormat.openTofu
    return [format.path(of: format.mainFile): ModelAnswer(answer).configuration]
  }
}
