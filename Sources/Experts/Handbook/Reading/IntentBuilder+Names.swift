import Experts
import Basics
import Vocabulary

extension IntentBuilder {
  /// Gives each name to the component it stands beside.
  mutating func nameComponents() throws(ExpertError) {
    var named: Set<Int> = []
    var ends: [Int: Int] = [:]
    for mention in mentions {
      guard case .name(let name, let isQuoted) = mention.sense else { continue }
      guard let choice = owner(of: mention, isQuoted: isQuoted, named: named) else {
        ledger.ask("The name '\(name)' stands beside nothing that the handbook builds; what is it for?")
        ledger.leave(
          "the name '\(name)'", at: mention.span, status: .unmet,
          reason: "It stands beside nothing that the handbook builds."
        )
        continue
      }
      if choice.isPart {
        ledger.ask("The name '\(name)' is not used: names of parts are made from the name of the whole.")
        ledger.leave(
          "the name '\(name)'", at: mention.span, status: .unmet,
          reason: "Names of parts are made from the name of the whole.")
        continue
      }
      named.insert(choice.index)
      nameSpans[choice.index] = mention.span
      components[choice.index].name = try possible(name, for: choice.index, at: mention.span)
      ends[choice.index] = mention.span.upperBound
    }
    for index in components.indices {
      try nameBeside(index)
      nameByIdentifier(index)
    }
    for group in groups where group.count > 1 { nameList(group, after: ends) }
  }

  /// The names of several components that one wish asks for: "three services (orders, billing and users)".
  private mutating func nameList(_ group: [Int], after ends: [Int: Int]) {
    guard var index = group.compactMap({ ends[$0] }).max() ?? components[group[0]].spans.first?.upperBound
    else {
      return
    }
    var names = group.count { self.components[$0].name != nil }
    var wasJoined = false
    var isList = group.contains { ends[$0] != nil }
    var waiting = group.filter { components[$0].name == nil }[...]
    while index < request.tokens.count, let next = waiting.first {
      let token = request.tokens[index]
      let gap = request.text[request.tokens[index - 1].range.upperBound..<token.range.lowerBound]
      if gap.contains(where: { "(:".contains($0) }) || ["named", "called"].contains(token.normal) {
        isList = true
      }
      guard isList, !gap.contains(where: { ".;)".contains($0) }) else { return }
      if ["and", "named", "called"].contains(token.normal) {
        wasJoined = true
        index += 1
        continue
      }
      let word = request.text[token.range].lowercased()
      guard !isMentioned(index) || gap.contains(","), word.allSatisfy({ $0.isASCII }) else { return }
      let isNext = names == 0 || gap.contains(where: { ",/&(:".contains($0) }) || wasJoined
      guard isNext else { return }
      wasJoined = false
      names += 1
      components[next].name = word
      nameSpans[next] = index..<(index + 1)
      understood.insert(index)
      waiting = waiting.dropFirst()
      index += 1
    }
  }

  /// On Kubernetes, where everything has a name, a word of no other meaning right behind a component is its name:
  /// "a cron job cleanup every hour".
  private mutating func nameBeside(_ index: Int) throws(ExpertError) {
    let component = components[index]
    guard component.name == nil, group(of: index).count == 1, let place = component.spans.first?.upperBound,
      place < request.tokens.count, try book.recipe(component.recipe).isKubernetes
    else { return }
    let word = request.text[request.tokens[place].range].lowercased()
    guard isFree(place), request.gap(before: place).allSatisfy(\.isWhitespace), word.count >= 3,
      word.allSatisfy({ $0.isASCII && $0.isLetter }), !Self.endings.contains(where: { word.hasSuffix($0) })
    else { return }
    let next = place + 1
    guard !(word.hasSuffix("s") && isObject(next)) else { return }
    guard
      next == request.tokens.count || !isFree(next)
        || request.gap(before: next).contains(where: { ",.;:()\n".contains($0) })
    else { return }
    components[index].name = word
    nameSpans[index] = place..<(place + 1)
    understood.insert(place)
    ledger.assume("'\(word)' is taken as the name of '\(component.words)'.")
  }

  /// Whether what stands here may be what a verb before it is about: "Flux watches https://…" calls nothing "watches".
  private func isObject(_ index: Int) -> Bool {
    mentions.contains { mention in
      guard mention.span.lowerBound == index, case .fact(let id, _) = mention.sense else { return false }
      return !["schedule", "clock"].contains(id)
    }
  }

  /// Words that say how something is, not what it is called.
  private static let endings = ["ed", "ing", "ly", "able", "ible", "ive", "ous", "ful", "less"]

  private func isFree(_ index: Int) -> Bool {
    !isMentioned(index) && !understood.contains(index)
      && !lexicon.ignored.contains(request.tokens[index].normal)
  }

  private func isMentioned(_ index: Int) -> Bool {
    mentions.contains { $0.span.contains(index) }
  }

  /// The name as the request gives it, or what the cloud allows of it.
  private mutating func possible(
    _ name: String, for index: Int, at span: Range<Int>
  ) throws(ExpertError) -> String {
    let recipe = try book.recipe(components[index].recipe)
    do {
      if try Regex(recipe.namePattern).wholeMatch(in: name) != nil { return name }
    } catch {
      throw ExpertError(
        .failed, summary: "A file of the handbook is broken",
        detail: "The pattern '\(recipe.namePattern)' of \(recipe.id) cannot be read.")
    }
    let slug = Identifier.slug(name)
    ledger.leave(
      "named '\(name)'", at: span, status: .unmet,
      reason: "It cannot be the name of \(recipe.title.lowercased()); '\(slug)' is used.")
    ledger.ask(
      "'\(name)' cannot be the name of \(recipe.title.lowercased()); '\(slug)' is used. Is it right?")
    return slug
  }

  /// A part bears a name that stands right behind it, as in "a subnet group called data".
  private static let besideAPart = 2

  private func owner(of mention: Mention, isQuoted: Bool, named: Set<Int>) -> (index: Int, isPart: Bool)? {
    var best: (score: Int, index: Int, isPart: Bool)?
    for index in components.indices where !named.contains(index) {
      for (span, isPart) in components[index].spans.map({ ($0, false) })
        + (partSpans[index] ?? []).map({ ($0, true) })
      {
        var score = distance(span, right: mention.span)
        if span.lowerBound >= mention.span.upperBound, !(isQuoted && score <= 3) { score += 6 }
        // A name stands right before a part that bears it; further on it is somebody else's.
        if isPart, span.lowerBound > mention.span.upperBound || score > Self.besideAPart { continue }
        if let best, (best.score, best.index) <= (score, index) { continue }
        best = (score, index, isPart)
      }
    }
    guard let best, best.score < 30, !isOfOther(mention, nearerThan: best.score), !isOfUnknown(mention) else {
      return nil
    }
    return (best.index, best.isPart)
  }

  /// Whether something without a recipe stands right before the name.
  private func isOfOther(_ mention: Mention, nearerThan score: Int) -> Bool {
    mentions.contains { other in
      guard case .unsupported = other.sense, other.span.upperBound <= mention.span.lowerBound else {
        return false
      }
      return distance(other.span, right: mention.span) < min(score, 3)
    }
  }

  /// Whether the word right before the name is a noun that nothing understands: "an index 'by-artist'" names no table.
  private func isOfUnknown(_ mention: Mention) -> Bool {
    let index = mention.span.lowerBound - 1
    guard index >= 0, request.tokens[index].clause == request.tokens[index + 1].clause else { return false }
    let word = request.tokens[index].normal
    return word.first?.isLetter == true && isFree(index) && !lexicon.qualifiers.contains(word)
      && !lexicon.access.contains(word) && !word.hasSuffix("ing") && !word.hasSuffix("ed")
  }

  /// Words between two spans, with a surcharge for each clause and sentence that ends between them.
  func distance(_ left: Range<Int>, right: Range<Int>) -> Int {
    let (first, second) = left.lowerBound <= right.lowerBound ? (left, right) : (right, left)
    let end = request.tokens[max(first.upperBound - 1, 0)]
    let start = request.tokens[second.lowerBound]
    return max(second.lowerBound - first.upperBound, 0) + min(max(start.clause - end.clause, 0), 3) * 4
      + min(max(start.sentence - end.sentence, 0), 3) * 10
  }
}
