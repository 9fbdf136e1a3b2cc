import Basics
import HCL

/// Gives blocks that were there before the layout back that they had, where all of a file was printed to change some of it.
struct KeptLayout {
  /// How each block was written, by its text in canonical layout; empty where the whole file was in that.
  private let written: [String: String]
  private let hasWideGaps: Bool

  /// - Parameter text: the file as it was.
  init(_ text: String) {
    hasWideGaps = text.contains("\n\n\n")
    guard HCLFormatter.format(text) != text else {
      written = [:]
      return
    }
    let file = HCLFile(path: "", text: text)
    let sources = file.body.blocks.compactMap { file.source(of: $0.range).map(String.init) }
    written = Dictionary(sources.map { (Self.canonical($0), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The printed file with every block that stayed as it was written.
  func applied(to text: String) -> String {
    let file = HCLFile(path: "", text: text)
    var bytes = Array(text.utf8)
    for block in file.body.blocks.reversed() {
      guard let source = file.source(of: block.range), let before = written[Self.canonical(String(source))]
      else { continue }
      bytes.replaceSubrange(block.range.start.offset..<block.range.end.offset, with: before.utf8)
    }
    let result = String(decoding: bytes, as: UTF8.self)
    guard !hasWideGaps else { return result }
    // What was added leaves one line free, not two.
    let lines = result.split(separator: "\n", omittingEmptySubsequences: false)
    let last = lines.count - 1
    let shown = lines.indices.filter { $0 == 0 || $0 == last || !lines[$0].isEmpty || !lines[$0 - 1].isEmpty }
    return shown.map { lines[$0] }.joined(separator: "\n")
  }

  private static func canonical(_ source: String) -> String { HCLFormatter.format(source) ?? source }
}
