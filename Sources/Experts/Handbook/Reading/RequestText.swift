import Experts

/// The request as words with their places. Hyphens, slashes and underscores separate words, so that `multi-az`,
/// `multi az` and `aws_s3_bucket` read alike.
struct RequestText: Sendable {
  struct Token: Sendable {
    /// Lower case.
    var word: String
    /// Lower case, singular.
    var normal: String
    var range: Range<String.Index>
    /// Where it stands in what was typed, when that is another language.
    var source: Range<String.Index>?
    /// Counts up at commas, colons, brackets and new lines.
    var clause: Int
    var sentence: Int
  }

  let text: String
  /// What was typed; `text` is that in English, as far as it is known.
  let typed: String
  private(set) var tokens: [Token]

  init(_ text: String) {
    self.text = text
    typed = text
    var tokens: [Token] = []
    var clause = 0
    var sentence = 0
    var index = text.startIndex
    while index < text.endIndex {
      let character = text[index]
      guard Self.isWord(character) else {
        if ".!?;".contains(character) { sentence += 1 }
        if ".!?;,:()[]\n".contains(character) { clause += 1 }
        index = text.index(after: index)
        continue
      }
      let start = index
      while index < text.endIndex, Self.isWord(text[index]) || Self.isInner(text, at: index) {
        index = text.index(after: index)
      }
      tokens.append(
        Token(
          word: text[start..<index].lowercased(), normal: Self.normal(text[start..<index]),
          range: start..<index, clause: clause, sentence: sentence))
    }
    self.tokens = tokens
  }

  /// More than this many characters of a request are not repeated to the reader.
  private static let longest = 240

  /// The words of a span as they were written, in one line.
  func words(_ span: Range<Int>) -> String {
    guard let first = tokens[span].first, let last = tokens[span].last else { return "" }
    let (low, high) = (typedRange(of: first).lowerBound, typedRange(of: last).upperBound)
    return typed[low..<max(low, high)].prefix(Self.longest)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The same request with other words at some places.
  func replacing(_ words: [Int: String]) -> RequestText {
    var request = self
    for (index, word) in words { request.tokens[index].normal = word }
    return request
  }

  /// Where a token stands in what was typed.
  func typedRange(of token: Token) -> Range<String.Index> { token.source ?? token.range }

  /// Whether only white space or a hyphen stands before a token.
  func isPlainGap(before index: Int) -> Bool {
    gap(before: index).allSatisfy { $0.isWhitespace || $0 == "-" || $0 == "'" || $0 == "’" }
  }

  /// Reads a request in one of the languages as what it is in English, each word with its place in what was typed.
  init(_ typed: String, languages: [Language]) {
    let read = RequestText(typed)
    guard let language = languages.first(where: { $0.isSpoken(in: read) }) else {
      self = read
      return
    }
    var english = ""
    var pieces: [(end: Int, source: Range<String.Index>)] = []
    var index = 0
    var start = typed.startIndex
    while index < read.tokens.count {
      let known = language.english(at: index, of: read)
      let end = index + (known?.count ?? 1)
      let source = read.tokens[index].range.lowerBound..<read.tokens[end - 1].range.upperBound
      // A hyphen between two nouns of a compound is a space in English.
      let gap = typed[start..<source.lowerBound]
      english += known != nil && gap == "-" ? " " : String(gap)
      english += known?.text ?? String(typed[source])
      pieces.append((english.count, source))
      start = source.upperBound
      index = end
    }
    english += String(typed[start...])
    let translated = RequestText(english)
    self.init(translated, typed: typed, pieces: pieces)
  }

  private init(_ english: RequestText, typed: String, pieces: [(end: Int, source: Range<String.Index>)]) {
    text = english.text
    self.typed = typed
    tokens = english.tokens
    var piece = 0
    var offset = 0
    var place = text.startIndex
    for index in tokens.indices {
      offset += text.distance(from: place, to: tokens[index].range.upperBound)
      place = tokens[index].range.upperBound
      while piece < pieces.count - 1, pieces[piece].end < offset { piece += 1 }
      if piece < pieces.count { tokens[index].source = pieces[piece].source }
    }
  }

  /// From a token back to where its clause begins, and without the token itself.
  func clause(before index: Int) -> Range<Int> {
    var start = index
    while start > 0, tokens[start - 1].clause == tokens[index].clause { start -= 1 }
    return start..<index
  }

  /// From a token to where its clause ends.
  func clause(from index: Int) -> Range<Int> {
    var end = index
    while end < tokens.count, tokens[end].clause == tokens[index].clause { end += 1 }
    return index..<end
  }

  /// What stands between a token and the one before it.
  func gap(before index: Int) -> Substring {
    text[(index > 0 ? tokens[index - 1].range.upperBound : text.startIndex)..<tokens[index].range.lowerBound]
  }

  /// The tokens that a stretch of the text touches.
  func span(of range: Range<String.Index>) -> Range<Int>? {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < tokens.count, tokens[end].range.lowerBound < range.upperBound { end += 1 }
    return low < end ? low..<end : nil
  }

  /// Lower case and singular, for words of the request and of the lexicon alike.
  static func normal(_ word: Substring) -> String {
    var text = word.lowercased()
    if text.hasSuffix("'s") || text.hasSuffix("’s") { text.removeLast(2) }
    // "VMs" and "IPs": letters that stand for words have the plural as words do.
    if word.hasSuffix("s"), word.dropLast().last?.isUppercase == true { return String(text.dropLast()) }
    guard text.count > 3, text != "https", text.allSatisfy({ $0.isLetter }) else { return text }
    if text.hasSuffix("ies"), text.count > 4 { return text.dropLast(3) + "y" }
    for ending in ["sses", "xes", "ches", "shes"] where text.hasSuffix(ending) {
      return String(text.dropLast(2))
    }
    if text.hasSuffix("s"), !text.hasSuffix("ss"), !text.hasSuffix("us"), !text.hasSuffix("is") {
      return String(text.dropLast())
    }
    return text
  }

  static func words(_ phrase: String) -> [String] { RequestText(phrase).tokens.map(\.normal) }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "$" || character == "€" || character == "£"
      || character == "%"
  }

  /// A dot or an apostrophe between two word characters, as in `t3.medium`.
  private static func isInner(_ text: String, at index: String.Index) -> Bool {
    guard text[index] == "." || text[index] == "'" || text[index] == "’" else { return false }
    let next = text.index(after: index)
    guard next < text.endIndex, isWord(text[next]) else { return false }
    return text[index] == "." || !isElision(text, before: index)
  }

  /// "d'API", "l'accès": one letter before the apostrophe, and more than one behind it.
  private static func isElision(_ text: String, before index: String.Index) -> Bool {
    guard index > text.startIndex else { return false }
    let letter = text.index(before: index)
    guard "dlnqDLNQ".contains(text[letter]) else { return false }
    return letter == text.startIndex || !isWord(text[text.index(before: letter)])
  }
}
