import Experts
import Basics
import Vocabulary

extension IntentBuilder {
  /// Adds what a pattern is made of and the request does not name itself.
  mutating func addPatterns() throws(ExpertError) {
    for pattern in patterns {
      var provided: Set<String> = []
      for component in components { provided.formUnion(try book.recipe(component.recipe).provides) }
      var added: [String] = []
      let words = words(pattern.lead, mention: pattern.mention)
      if let token = pattern.lead.countToken { understood.insert(token) }
      for addition in pattern.entry.adds
      where provided.isDisjoint(with: addition.unless) && !excluded.contains(addition.recipe) {
        let recipe = try book.recipe(addition.recipe)
        added.append(recipe.title.lowercased())
        groups.append([components.count])
        components.append(
          Intent.Component(
            recipe: addition.recipe, name: nil, noun: nil, words: "", spans: [pattern.mention.span],
            settings: addition.values.mapValues { Intent.Setting(value: $0, words: "") }))
      }
      let span = pattern.lead.start..<pattern.mention.span.upperBound
      // "the API" speaks of what is there.
      if added.isEmpty, pattern.lead.article == .definite {
        understood.formUnion(span)
        continue
      }
      try require(words, at: plain(pattern.lead, of: pattern.mention), entry: pattern.entry)
      if !added.isEmpty {
        ledger.assume("'\(pattern.mention.words)' is taken as: \(added.joined(separator: ", ")).")
      }
    }
  }

  /// The mention, and what stands before it and says nothing by itself; the rest is left to be told.
  private func plain(_ lead: QuantityPhrase, of mention: Mention) -> [Range<Int>] {
    let before = (lead.start..<mention.span.lowerBound).filter {
      understood.contains($0) || isNumber(at: $0) || lexicon.ignored.contains(request.tokens[$0].normal)
    }
    return [mention.span] + before.map { $0..<$0 + 1 }
  }

  /// What a pattern is taken for is what shows it: everything it adds, or what the request names in its place.
  private mutating func require(
    _ words: String, at spans: [Range<Int>], entry: Lexicon.Entry
  ) throws(ExpertError) {
    var expectations: [ResourceExpectation] = []
    for addition in entry.adds {
      let capabilities = Set(addition.unless)
      for index in components.indices {
        let recipe = try book.recipe(components[index].recipe)
        guard recipe.id == addition.recipe || !capabilities.isDisjoint(with: recipe.provides) else {
          continue
        }
        for check in recipe.checks { expectations.append(try check.expectation(context(of: index))) }
        break
      }
    }
    ledger.require(words, at: spans, expectations: expectations, kind: .exists)
  }
}
