import Basics
import Vocabulary

/// The lines of a draft that its faults are about, with their numbers, and the resource types they stand in.
struct FaultExcerpt {
  /// `infrastructure/main.tf:12 | colour = "red"`.
  private(set) var lines: [String] = []
  /// In the order in which they were found.
  private(set) var types: [String] = []
  private static let most = 20

  /// - Parameter faults: sentences that name a file and a line, as `infrastructure/main.tf:12:3`.
  init(_ faults: [String], files: [Artifact]) {
    var seen: Set<String> = []
    for place in faults.flatMap(Self.places) {
      guard lines.count < Self.most, seen.insert("\(place.file):\(place.line)").inserted,
        let file = files.first(where: { $0.path == place.file || $0.path.hasSuffix("/\(place.file)") })
      else { continue }
      let text = file.content.split(separator: "\n", omittingEmptySubsequences: false)
      guard text.indices.contains(place.line - 1) else { continue }
      lines.append("\(file.path):\(place.line) |\(text[place.line - 1])")
      let above = text[...(place.line - 1)].reversed()
      if let type = above.lazy.compactMap(Self.type).first, !types.contains(type) { types.append(type) }
    }
  }

  private static func places(in fault: String) -> [(file: String, line: Int)] {
    fault.matches(of: /([\w.\/-]+\.(?:tf|yaml|yml|json)):(\d+)/).compactMap { match in
      Int(match.output.2).map { (String(match.output.1), $0) }
    }
  }

  /// The type of the block that a line begins; nil where it begins none.
  private static func type(_ line: Substring) -> String? {
    line.prefixMatch(of: /(?:resource|data)\s+"([\w]+)"/).map { String($0.output.1) }
  }
}
