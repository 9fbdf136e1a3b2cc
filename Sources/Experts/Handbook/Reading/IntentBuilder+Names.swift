extension IntentBuilder {
  /// Gives each name to the component it stands beside.
  mutating func nameComponents() {
    var named: Set<Int> = []
    for mention in mentions {
      guard case .name(let name, let isQuoted) = mention.sense else { continue }
      guard let choice = owner(of: mention, isQuoted: isQuoted, named: named) else {
        ledger.ask("The name '\(name)' stands beside nothing that the handbook builds; what is it for?")
        continue
      }
      if choice.isPart {
        ledger.ask("The name '\(name)' is not used: names of parts are made from the name of the whole.")
        continue
      }
      named.insert(choice.index)
      components[choice.index].name = name
    }
  }

  private func owner(of mention: Mention, isQuoted: Bool, named: Set<Int>) -> (index: Int, isPart: Bool)? {
    var best: (score: Int, index: Int, isPart: Bool)?
    for index in components.indices where !named.contains(index) {
      for (span, isPart) in components[index].spans.map({ ($0, false) })
        + (partSpans[index] ?? []).map({ ($0, true) })
      {
        var score = distance(span, mention.span)
        if span.lowerBound >= mention.span.upperBound, !(isQuoted && score <= 3) { score += 6 }
        if let best, (best.score, best.index) <= (score, index) { continue }
        best = (score, index, isPart)
      }
    }
    guard let best, best.score < 30 else { return nil }
    return (best.index, best.isPart)
  }

  /// Words between two spans, with a surcharge for each clause and sentence that ends between them.
  func distance(_ left: Range<Int>, _ right: Range<Int>) -> Int {
    let (first, second) = left.lowerBound <= right.lowerBound ? (left, right) : (right, left)
    let end = request.tokens[max(first.upperBound - 1, 0)]
    let start = request.tokens[second.lowerBound]
    return max(second.lowerBound - first.upperBound, 0) + min(max(start.clause - end.clause, 0), 3) * 4
      + min(max(start.sentence - end.sentence, 0), 3) * 10
  }
}
