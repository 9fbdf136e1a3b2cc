/// A request as words in a normal form: lower case, singular, with the terms people use put into the provider's words.
struct RequestWords: Sendable {
  let words: [String]
  /// Where each word stands.
  let places: [String: [Int]]
  /// The words, and those they imply.
  let context: Set<String>

  init(_ text: String, terms: Terms) {
    words = Self.replaced(Self.normal(text), terms: terms)
    places = Dictionary(grouping: words.indices) { [words] in words[$0] }
    context = Set(words).union(words.flatMap { terms.implies[$0] ?? [] })
  }

  /// Hyphens, underscores and slashes separate words, so that `aws_s3_bucket` and "AWS S3 bucket" read alike.
  static func normal(_ text: String) -> [String] {
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

  private static func replaced(_ words: [String], terms: Terms) -> [String] {
    let byFirst = Dictionary(grouping: terms.phrases) { $0.words.first ?? "" }
    var result: [String] = []
    var next = 0
    while next < words.count {
      if let phrase = byFirst[words[next]]?.first(where: { words[next...].starts(with: $0.words) }) {
        result += phrase.stands
        next += phrase.words.count
      } else {
        result.append(words[next])
        next += 1
      }
    }
    return result
  }
}
