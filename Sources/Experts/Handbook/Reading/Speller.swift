import Basics
import Experts

/// Reads a misspelt word as the word of the lexicon next to it, and says so.
struct Speller: Sendable {
  /// Words that are right as they are, in lower case and singular.
  private let known: Set<String>
  /// Words that a misspelt one may stand for.
  private let candidates: [Character: [[Character]]]
  /// Those of them that are written with a capital, as names of products are.
  private let names: Set<String>

  /// Shorter words are too alike to tell.
  private static let shortest = 5

  init(candidates words: Set<String>, names: Set<String>, known: Set<String>) {
    self.names = names
    let usable = words.filter { $0.count >= Self.shortest }.sorted()
    candidates = Dictionary(grouping: usable.map(Array.init)) { $0[0] }
    self.known = known.union(words)
  }

  /// The request with each misspelt word in its right form, and what was read as what.
  func corrected(_ request: RequestText) -> (request: RequestText, read: [(typed: String, word: String)]) {
    var cache: [String: String?] = [:]
    var fixed: [Int: String] = [:]
    var read: [(typed: String, word: String)] = []
    for index in request.tokens.indices where isDoubtful(index, request: request) {
      let word = request.tokens[index].word
      let right = cache[word] ?? nearest(to: word)
      cache[word] = .some(right)
      guard let right, !isCapital(index, request: request) || names.contains(right) else { continue }
      fixed[index] = RequestText.normal(right[...])
      let typed = request.words(index..<(index + 1))
      if !read.contains(where: { $0.typed == typed }) { read.append((typed, right)) }
    }
    return (fixed.isEmpty ? request : request.replacing(fixed), read)
  }

  /// Whether a word begins with a capital within a sentence, as names do.
  private func isCapital(_ index: Int, request: RequestText) -> Bool {
    let token = request.tokens[index]
    return index > 0 && request.tokens[index - 1].sentence == token.sentence
      && request.text[token.range].first?.isUppercase == true
  }

  /// A name is not a mistake: what stands in quotes or behind "named".
  private func isDoubtful(_ index: Int, request: RequestText) -> Bool {
    let token = request.tokens[index]
    guard token.normal.count >= Self.shortest, token.normal.allSatisfy({ $0.isLetter && $0.isASCII }),
      !known.contains(token.normal), !known.contains(token.word)
    else { return false }
    let gaps =
      request.gap(before: index) + (index + 1 < request.tokens.count ? request.gap(before: index + 1) : "")
    let isName = index > 0 && ["named", "called", "name", "app"].contains(request.tokens[index - 1].normal)
    return !isName && !gaps.contains(where: { "\"'`“”‘’=/_@:-".contains($0) })
  }

  private func nearest(to word: String) -> String? {
    let letters = Array(word)
    // An ending makes another word of it, not a mistake.
    return (candidates[letters[0]] ?? []).first { candidate in
      // "postgress" doubles its last letter and is no other word.
      (!letters.starts(with: candidate) || letters.last == candidate.last) && !candidate.starts(with: letters)
        && abs(candidate.count - letters.count) <= 1 && Spelling.distance(letters, right: candidate) == 1
    }.map { String($0) }
  }
}
