import Vocabulary
import Basics
import Experts

/// The numbers that stand before a wish: how they bind, and what they leave open.
extension IntentBuilder {
  /// How a number binds; nil where there is none.
  func relation(of lead: QuantityPhrase) -> String? {
    lead.count.map { _ in
      RelationFinder(lexicon: lexicon, request: request).relation(before: lead.start)?.symbol ?? "="
    }
  }

  /// "one task per 100 messages" is no number of tasks.
  mutating func leaveRatio(_ mention: Mention, entry: Lexicon.Entry, lead: QuantityPhrase) -> Bool {
    let next = mention.span.upperBound
    guard lead.count != nil, entry.isPart, next < request.tokens.count,
      lexicon.rates.contains(request.tokens[next].normal),
      request.tokens[next].clause == request.tokens[mention.span.lowerBound].clause
    else { return false }
    let span = lead.start..<request.clause(from: next).upperBound
    ledger.leave(
      request.words(span), at: span, status: .unknown, reason: "It is a ratio, and nothing decides it.")
    understood.formUnion(span)
    return true
  }

  /// "more than 3" is not met by 3, and 3 is what is built.
  mutating func leaveStrict(_ lead: QuantityPhrase) {
    guard lead.count != nil,
      let relation = RelationFinder(lexicon: lexicon, request: request).relation(before: lead.start)
    else { return }
    understood.formUnion(relation.span)
    guard [">", "<"].contains(relation.symbol) else { return }
    ledger.leave(
      request.words(relation.span.lowerBound..<(lead.start + 1)), at: relation.span, status: .unmet,
      reason: "The number itself is built, and the words leave it out.")
  }

  /// False where another number was taken before, and this one is left.
  @discardableResult
  mutating func take(_ lead: QuantityPhrase, parameter: String?, of indices: [Int], words: String)
    -> Bool
  {
    guard let count = lead.count else { return true }
    if let token = lead.countToken { understood.insert(token) }
    guard let parameter else { return true }
    let relation = RelationFinder(lexicon: lexicon, request: request).relation(before: lead.start)
    if let relation { understood.formUnion(relation.span) }
    for index in indices {
      let known = components[index].settings[parameter]
      if let known, !known.words.isEmpty, known.value != .integer(count) {
        ledger.leave(
          words, at: lead.start..<(lead.start + max(1, RequestText.words(words).count)), status: .unmet,
          reason: "'\(known.words)' is taken for it, and there is room for one number.")
        return false
      }
      components[index].settings[parameter] = Intent.Setting(
        value: .integer(count), words: words, relation: relation?.symbol ?? "=")
    }
    return true
  }
}
