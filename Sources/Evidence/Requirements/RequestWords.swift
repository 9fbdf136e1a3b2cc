/// A request as words in a normal form: lower case, singular, with the terms people use put into the provider's words.
package struct RequestWords: Sendable {
  package let words: [String]
  /// Where each word stands.
  package let places: [String: [Int]]
  /// The words, and those they imply.
  package let context: Set<String>
  /// Where each word, or the phrase that it stands for, is in the text.
  package let ranges: [Range<String.Index>]

  package init(_ text: some StringProtocol, terms: Terms) {
    let pieces = text.split { !$0.isLetter && !$0.isNumber && $0 != "'" }
    let read = Self.replaced(pieces.map { Self.singular($0.lowercased()[...]) }, terms: terms)
    words = read.map(\.word)
    ranges = read.map { pieces[$0.pieces.lowerBound].startIndex..<pieces[$0.pieces.upperBound - 1].endIndex }
    places = Dictionary(grouping: words.indices) { [words] in words[$0] }
    context = Set(words).union(words.flatMap { terms.implies[$0] ?? [] })
  }

  /// Hyphens, underscores and slashes separate words, so that `aws_s3_bucket` and "AWS S3 bucket" read alike.
  package static func normal(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" }.map { singular($0) }
  }

  private static func singular(_ word: Substring) -> String {
    var text = String(word.trimmingPrefix("'"))
    if text.hasSuffix("'s") { text.removeLast(2) }
    while text.hasSuffix("'") { text.removeLast() }
    if text.count > 4, text.hasSuffix("ies") { return text.dropLast(3) + "y" }
    if text.count > 3, text.hasSuffix("sses") { return String(text.dropLast(2)) }
    if text.count > 3, text.hasSuffix("s"), !["ss", "us", "is"].contains(where: text.hasSuffix) {
      return String(text.dropLast())
    }
    return text
  }

  private static func replaced(_ words: [String], terms: Terms) -> [(word: String, pieces: Range<Int>)] {
    let byFirst = Dictionary(grouping: terms.phrases) { $0.words.first ?? "" }
    var result: [(word: String, pieces: Range<Int>)] = []
    var next = 0
    while next < words.count {
      if let phrase = byFirst[words[next]]?.first(where: { words[next...].starts(with: $0.words) }) {
        let pieces = next..<next + phrase.words.count
        result += phrase.stands.map { ($0, pieces) }
        next += phrase.words.count
      } else {
        result.append((words[next], next..<next + 1))
        next += 1
      }
    }
    return result
  }
}
