import Experts

/// Finds the words right before a number that say how it binds: "at least", "no more than", "exactly".
struct RelationFinder {
  let lexicon: Lexicon
  let request: RequestText

  /// How the number binds as HCL compares, and the words that say so. Nil where nothing stands before it.
  func relation(before index: Int) -> (symbol: String, span: Range<Int>)? {
    var best: (symbol: String, span: Range<Int>)?
    for (relation, phrase) in lexicon.relations {
      let words = RequestText.words(phrase)
      let start = index - words.count
      guard start >= 0, !words.isEmpty,
        zip(words, request.tokens[start..<index]).allSatisfy({ $0 == $1.normal }),
        request.tokens[start].clause == request.tokens[index].clause,
        words.count > (best?.span.count ?? 0)
      else { continue }
      best = (Self.strict[phrase] ?? relation, start..<index)
    }
    return best
  }

  /// These leave the number itself out.
  private static let strict = [
    "less than": "<", "under": "<", "below": "<", "more than": ">", "over": ">", "above": ">",
    "cheaper than": "<",
  ]
}
