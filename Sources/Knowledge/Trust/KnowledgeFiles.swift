import Basics
import Clouds
import Digests
import Foundation
import SafeFiles

/// The rules, recipes, words and prices that lie beside a crew file: they decide what is *valid* and *priced*, so a crew
/// is trusted together with them.
package struct KnowledgeFiles: Hashable, Sendable {
  /// Files, and bytes of each, that are looked at; more is refused.
  private static let limit = (files: 10_000, bytes: 32 << 20)

  /// How many files each of the folders has; those without any are left out.
  package let counts: [(folder: String, files: Int)]
  /// Of every path and its bytes; the same for the same files anywhere.
  package let digest: Digest

  /// - Parameter folder: the one with the crew file.
  /// - Throws: `SafeFileError` for what is no ordinary file or too long, `TrustError` for too many.
  package init(beside folder: String) throws {
    var parts: [String] = []
    var counts: [(folder: String, files: Int)] = []
    for name in OwnKnowledge.folders {
      let names = Self.paths(below: "\(folder)/\(name)")
      guard names.count <= Self.limit.files else {
        throw TrustError(
          .list, summary: "Too many files beside a crew",
          detail: "\(folder)/\(name) has more than \(Self.limit.files) files.")
      }
      for path in names {
        let bytes = try PlainFile("\(folder)/\(name)/\(path)").contents(limit: Self.limit.bytes)
        parts += ["\(name)/\(path)", Digest(of: bytes).hexadecimal]
      }
      if !names.isEmpty { counts.append((name, names.count)) }
    }
    self.counts = counts
    digest = Digest(of: parts.joined(separator: "\u{0}"))
  }

  package static func == (one: Self, other: Self) -> Bool { one.digest == other.digest }

  package func hash(into hasher: inout Hasher) { hasher.combine(digest) }

  /// The files below a folder, in order, links and devices among them: reading says what those are.
  private static func paths(below folder: String) -> [String] {
    guard let walk = FileManager.default.enumerator(atPath: folder) else { return [] }
    var paths: [String] = []
    for case let path as String in walk {
      guard paths.count <= limit.files else { break }
      let isFolder = walk.fileAttributes?[.type] as? FileAttributeType == .typeDirectory
      if !isFolder { paths.append(path) }
    }
    return paths.sorted()
  }
}
