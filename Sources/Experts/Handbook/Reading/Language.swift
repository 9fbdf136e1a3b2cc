import Experts

/// Words of another language with what they are in English.
struct Language: Sendable {
  var name: String
  /// Two of these tell the language.
  var marks: Set<String>
  /// By first word, longest first; the words of the request in lower case.
  var words: [String: [(words: [String], english: String)]]

  private static let needed = 2

  /// Whether a request is written in it.
  func isSpoken(in request: RequestText) -> Bool {
    Set(request.tokens.map { $0.word }).intersection(marks).count >= Self.needed
  }

  /// The English for the words that begin at a token, and how many they are.
  func english(at index: Int, of request: RequestText) -> (text: String, count: Int)? {
    for entry in words[request.tokens[index].word] ?? [] {
      let end = index + entry.words.count
      guard end <= request.tokens.count,
        !(index + 1..<end).contains(where: { !request.isPlainGap(before: $0) }),
        zip(entry.words, request.tokens[index..<end]).allSatisfy({ $0 == $1.word })
      else { continue }
      return (entry.english, entry.words.count)
    }
    return nil
  }
}
