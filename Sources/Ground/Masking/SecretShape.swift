import Basics
import Foundation

/// What a kind of secret looks like.
struct SecretShape: Sendable {
  /// What stands in the place of the secret, in brackets.
  let name: String
  /// One of these is in every text with such a secret; looked for first, because that is quick.
  let marks: [Mark]
  /// Whether a secret goes over several lines; all others are looked for line by line.
  let spansLines: Bool
  /// The last group, or the whole match where there is none, is the secret.
  // A regular expression does not change once it is made; its type only does not say so.
  nonisolated(unsafe) let pattern: Regex<AnyRegexOutput>

  /// The shapes that come with the program, `Data/shapes.json`.
  static func builtIn() throws -> [SecretShape] {
    let file = try ProgramData.folder(of: "Masking").appending(path: "Data/shapes.json")
    return try (JSONValue(parsing: Array(Data(contentsOf: file))).array ?? []).map { entry in
      SecretShape(
        name: entry["name"]?.string ?? "secret",
        marks: (entry["marks"]?.array ?? []).compactMap(\.string).map(Mark.init),
        spansLines: entry["spansLines"]?.bool ?? false, pattern: try Regex(pattern(entry)))
    }
  }

  /// As it is written, or, where a key has no form of its own, made of the name of its maker and what a value looks like:
  /// a setting whose name has the maker's and says that it is a key.
  private static func pattern(_ entry: JSONValue) -> String {
    guard let maker = entry["near"]?.string, let value = entry["value"]?.string else {
      return entry["pattern"]?.string ?? "(?!)"
    }
    let key = "(?:key|token|secret|api|auth|access|pass(?:word)?|pwd|cred(?:ential)?|pat|sid|value|id)s?"
    return
      "(?i)\(maker)[\\w.\\- ]{0,24}?(?:[_\\-. ]?\(key))+\\\\?[\"'`]?\\s{0,3}(?:=>|:=|[=:,>])\\s{0,3}\\\\?[\"'`]?"
      + "((?=[^\\s\"'`]*[0-9])(?:\(value)))(?![A-Za-z0-9_.(\\[\\-])"
  }

  /// The text with every secret of this shape replaced.
  func masked(_ text: String) -> String {
    guard isMarked(text[...]) else { return text }
    if spansLines { return replaced(text) }
    return text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      let line = Substring(line)
      return isMarked(line) ? replaced(String(line)) : String(line)
    }.joined(separator: "\n")
  }

  private func isMarked(_ text: Substring) -> Bool { marks.contains { $0.isIn(text) } }

  private func replaced(_ text: String) -> String {
    text.replacing(pattern) { match in
      let whole = match.range
      let secret = match.output.dropFirst().last { $0.range != nil }?.range ?? whole
      return text[whole.lowerBound..<secret.lowerBound] + "(masked \(name))"
        + text[secret.upperBound..<whole.upperBound]
    }
  }
}
