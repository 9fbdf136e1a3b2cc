import Experts

/// Finds what the request denies, and how far each denial reaches: "no load balancer, NAT gateway or database", "don't use
/// API Gateway", "never publicly accessible", "weder Backups noch Replikate".
struct ExclusionReader {
  let lexicon: Lexicon
  let request: RequestText
  private let byToken: [Int: Mention]

  /// A denial that is not understood reaches no further than this many words.
  private static let reach = 12
  /// Begin another thought, which is not denied with the one before.
  private static let turns: Set<String> = [
    "but", "with", "while", "because", "so", "and", "just", "instead", "aber", "mit", "sondern", "pero",
    "con",
    "sino", "mais", "avec", "und", "et", "y",
  ]

  init(lexicon: Lexicon, request: RequestText, mentions: [Mention]) {
    self.lexicon = lexicon
    self.request = request
    byToken = Dictionary(
      mentions.flatMap { mention in mention.span.map { ($0, mention) } },
      uniquingKeysWith: { first, _ in first })
  }

  func exclusions() -> [Exclusion] {
    var found: [Exclusion] = []
    var index = 0
    while index < request.tokens.count {
      guard byToken[index] == nil, let after = denial(at: index),
        let exclusion = exclusion(from: index, after: after)
      else {
        index += 1
        continue
      }
      found.append(exclusion)
      index = exclusion.span.upperBound
    }
    return found
  }

  /// The token behind the words that deny, when such words stand here and what follows does not take it back.
  private func denial(at index: Int) -> Int? {
    for words in lexicon.denial.words where stands(words, at: index) {
      let after = index + words.count
      if lexicon.denial.unless.contains(where: { stands($0, at: after) }) { return nil }
      return after
    }
    return nil
  }

  private func stands(_ words: [String], at index: Int) -> Bool {
    guard index + words.count <= request.tokens.count else { return false }
    return zip(words, request.tokens[index...]).allSatisfy { $0 == $1.normal }
  }

  private func exclusion(from start: Int, after: Int) -> Exclusion? {
    let clause = request.tokens[start].clause
    guard after < request.tokens.count, request.tokens[after].clause == clause else { return nil }
    let first = pastFillers(after)
    guard let object = object(at: first), !isCompound(object) else {
      return unknown(from: start, after: after)
    }
    var objects = [object]
    while let next = next(behind: objects[objects.count - 1]) { objects.append(next) }
    return Exclusion(span: start..<objects[objects.count - 1].span.upperBound, objects: objects)
  }

  /// What is denied by words that no rule understands, up to the next thought.
  private func unknown(from start: Int, after: Int) -> Exclusion {
    let clause = request.tokens[start].clause
    var end = after
    while end < request.tokens.count, request.tokens[end].clause == clause, end - start < Self.reach,
      end == after || !Self.turns.contains(request.tokens[end].normal)
    {
      end = byToken[end]?.span.upperBound ?? end + 1
    }
    return Exclusion(span: start..<min(end, request.tokens.count), objects: [])
  }

  private func pastFillers(_ start: Int) -> Int {
    let clause = request.tokens[start].clause
    var index = start
    while index < request.tokens.count, request.tokens[index].clause == clause, byToken[index] == nil,
      lexicon.denial.fillers.contains(request.tokens[index].normal)
    {
      index += 1
    }
    return index
  }

  private func object(at index: Int) -> Mention? {
    guard let mention = byToken[index], mention.span.lowerBound == index else { return nil }
    switch mention.sense {
    case .component, .attribute, .unsupported, .cloud: return mention
    default: return nil
    }
  }

  /// Whether the words are only part of what is denied: "no load balancer logs" denies no load balancer.
  private func isCompound(_ mention: Mention) -> Bool {
    let next = mention.span.upperBound
    guard next < request.tokens.count, request.gap(before: next).allSatisfy({ $0.isWhitespace || $0 == "-" })
    else { return false }
    let word = request.tokens[next].normal
    if byToken[next] != nil { return !isJoint(word) }
    return !lexicon.ignored.contains(word) && !isJoint(word) && !lexicon.qualifiers.contains(word)
      && !Self.turns.contains(word) && !lexicon.denial.words.contains([word])
  }

  private func isJoint(_ word: String) -> Bool {
    lexicon.denial.or.contains(word) || lexicon.denial.and.contains(word)
  }

  /// What is denied together with `last`.
  private func next(behind last: Mention) -> Mention? {
    let index = last.span.upperBound
    guard index < request.tokens.count, byToken[index] == nil || startsListItem(index) else { return nil }
    let word = request.tokens[index].normal
    let isSameClause = request.tokens[index].clause == request.tokens[index - 1].clause
    if lexicon.denial.or.contains(word), index + 1 < request.tokens.count {
      return thing(at: pastFillers(index + 1), takesAttributes: true)
    }
    if isSameClause, lexicon.denial.and.contains(word) { return thing(at: index + 1, takesAttributes: false) }
    return startsListItem(index) ? thing(at: index, takesAttributes: false) : nil
  }

  private func thing(at index: Int, takesAttributes: Bool) -> Mention? {
    guard let mention = object(at: index), !isCompound(mention) else { return nil }
    if case .attribute = mention.sense, !takesAttributes { return nil }
    return mention
  }

  /// A bare thing behind a comma, in a list that an "or" closes.
  private func startsListItem(_ index: Int) -> Bool {
    guard index < request.tokens.count,
      request.gap(before: index).allSatisfy({ $0 == "," || $0.isWhitespace }),
      request.gap(before: index).contains(","), let item = thing(at: index, takesAttributes: false)
    else { return false }
    let end = item.span.upperBound
    guard end < request.tokens.count else { return false }
    return lexicon.denial.or.contains(request.tokens[end].normal) || startsListItem(end)
  }
}
