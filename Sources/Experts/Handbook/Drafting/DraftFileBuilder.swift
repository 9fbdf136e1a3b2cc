import Experts
import Vocabulary

/// Files while they are written: pieces in order, each kept once.
struct DraftFileBuilder {
  private var names: [String] = []
  private var pieces: [String: [String]] = [:]

  mutating func add(_ text: String, to path: String) {
    let piece = Self.tidy(text)
    guard !piece.isEmpty else { return }
    if pieces[path] == nil { names.append(path) }
    if pieces[path, default: []].contains(piece) { return }
    pieces[path, default: []].append(piece)
  }

  /// In the order a person opens them.
  var artifacts: [Artifact] {
    let sorted = names.sorted { (Self.rank($0), $0) < (Self.rank($1), $1) }
    return sorted.map { path in
      let separator = ArtifactFormat.all.first { $0.holds(path) }?.separator ?? "\n"
      let text = (pieces[path] ?? []).joined(separator: "\n\(separator)")
      return Artifact(path: path, content: text + "\n")
    }
  }

  private static func rank(_ path: String) -> Int {
    guard let index = ArtifactFormat.all.firstIndex(where: { $0.holds(path) }) else { return 1_000 }
    let format = ArtifactFormat.all[index]
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if format.lastFiles.contains(name) { return 100 * index + 90 }
    return 100 * index + (format.firstFiles.firstIndex(of: name) ?? 50)
  }

  /// Templates write `${ {{name}} }` because three braces in a row mean something else to them, and `{ { name } }` for the
  /// two braces that another program's templates begin with, as those of Prometheus do.
  private static func closed(_ line: Substring) -> Substring {
    joined(
      joined(line, open: "${ ", close: " }", by: ("${", "}")), open: "{ { ", close: " } }", by: ("{{ ", " }}")
    )
  }

  private static func joined(
    _ line: Substring, open: String, close: String, by marks: (open: String, close: String)
  ) -> Substring {
    guard line.contains(open) else { return line }
    var text = ""
    var rest = line
    while let start = rest.firstRange(of: open), let end = rest[start.upperBound...].firstRange(of: close) {
      text += rest[..<start.lowerBound] + marks.open + rest[start.upperBound..<end.lowerBound] + marks.close
      rest = rest[end.upperBound...]
    }
    return text[...] + rest
  }

  /// No blank lines at either end, never two in a row, none right after an opening or before a closing brace.
  private static func tidy(_ text: String) -> String {
    var lines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let isBlank = line.allSatisfy(\.isWhitespace)
      if isBlank {
        guard let last = lines.last, !last.isEmpty, !last.hasSuffix("{") else { continue }
        lines.append("")
      } else {
        let opening = line.drop { $0 == " " }
        if opening.hasPrefix("}"), lines.last?.isEmpty == true { lines.removeLast() }
        lines.append(Self.closed(line))
      }
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
