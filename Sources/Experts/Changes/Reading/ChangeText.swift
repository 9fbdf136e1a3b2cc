import Requirements

/// A request for a change as words, each with its place: quoted texts, addresses and values are one word.
struct ChangeText {
  struct Token {
    /// As written, without quotation marks and the punctuation around it.
    var raw: String
    /// Lower case and singular where it is a word of letters, as written else.
    var word: String
    var range: Range<String.Index>
    var isQuoted: Bool
    /// What stands behind it before the next white space: `.`, `,` or nothing.
    var mark: Character?
  }

  let text: String
  let tokens: [Token]

  init(_ text: String) {
    self.text = text
    var tokens: [Token] = []
    var index = text.startIndex
    while index < text.endIndex {
      let character = text[index]
      if character.isWhitespace {
        index = text.index(after: index)
        continue
      }
      let start = index
      if Self.marks.contains(character), let end = Self.close(of: index, in: text) {
        index = text.index(after: end)
        let inner = text[text.index(after: start)..<end]
        var mark: Character?
        if index < text.endIndex, Self.stops.contains(text[index]) {
          mark = text[index]
          index = text.index(after: index)
        }
        tokens.append(
          Token(raw: String(inner), word: String(inner), range: start..<index, isQuoted: true, mark: mark))
        continue
      }
      while index < text.endIndex, !text[index].isWhitespace { index = text.index(after: index) }
      tokens += Self.pieces(text[start..<index])
    }
    self.tokens = tokens
  }

  /// The text of a span.
  func text(of span: Range<Int>) -> Substring {
    guard let first = tokens[span].first, let last = tokens[span].last else { return "" }
    return text[first.range.lowerBound..<last.range.upperBound]
  }

  /// The tokens that begin in a stretch of the text; nil where none does.
  func span(of stretch: Range<String.Index>) -> Range<Int>? {
    func first(from place: String.Index) -> Int {
      var (low, high) = (0, tokens.count)
      while low < high {
        let middle = (low + high) / 2
        if tokens[middle].range.lowerBound < place { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let (start, end) = (first(from: stretch.lowerBound), first(from: stretch.upperBound))
    return start < end ? start..<end : nil
  }

  /// The tokens of a span that stretches of the text touch.
  func tokens(touching ranges: [Range<String.Index>], in span: Range<Int>) -> [Int] {
    span.filter { index in ranges.contains { tokens[index].range.overlaps($0) } }
  }

  /// The tokens of a span that are words of the names of types, however they are read.
  func tokens(ofTypes types: [String], in span: Range<Int>) -> [Int] {
    let words = Set(types.flatMap(RequestWords.normal))
    return span.filter { index in
      let own = RequestWords.normal(tokens[index].raw)
      return !own.isEmpty && own.allSatisfy(words.contains)
    }
  }

  private static let marks: Set<Character> = ["\"", "'", "`", "“", "‘"]
  private static let stops: Set<Character> = [".", ",", ";", ":", "!", "?"]

  /// The mark that closes a quotation; nil for an apostrophe.
  private static func close(of open: String.Index, in text: String) -> String.Index? {
    let mark = text[open]
    let closing: Character = mark == "“" ? "”" : mark == "‘" ? "’" : mark
    let start = text.index(after: open)
    guard let end = text[start...].firstIndex(where: { $0 == closing || $0 == "\n" }), text[end] == closing,
      end > start
    else { return nil }
    return end
  }

  /// A run without white space: `web,` is a word and a mark; brackets are left out.
  private static func pieces(_ run: Substring) -> [Token] {
    var body = run.drop { "([{".contains($0) }
    var mark: Character?
    while let last = body.last, stops.contains(last) || ")]}".contains(last) {
      if stops.contains(last) { mark = last }
      body.removeLast()
    }
    guard !body.isEmpty else { return [] }
    let normal = RequestWords.normal(String(body))
    let isWord = body.allSatisfy { $0.isLetter || "'’".contains($0) }
    return [
      Token(
        raw: String(body), word: isWord ? normal.first ?? body.lowercased() : body.lowercased(),
        range: body.startIndex..<body.endIndex, isQuoted: false, mark: mark)
    ]
  }
}
