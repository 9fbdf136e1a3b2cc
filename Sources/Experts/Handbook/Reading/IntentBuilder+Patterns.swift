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
      let before = plain(pattern.lead.start..<pattern.mention.span.lowerBound)
      try require(words, at: [pattern.mention.span] + before, entry: pattern.entry)
      if !added.isEmpty {
        ledger.assume("'\(pattern.mention.words)' is taken as: \(added.joined(separator: ", ")).")
      }
    }
  }

  /// "A database for the blog" asks for no blog: what it is for is said, and changes nothing.
  mutating func isPurpose(_ mention: Mention) -> Bool {
    let start = mention.span.lowerBound
    guard start > 2, Self.owning.contains(request.tokens[start - 1].word),
      request.tokens[start - 2].normal == "for", let before = byToken[start - 3],
      case .component = before.sense,
      request.tokens[start - 3].clause == request.tokens[start].clause
    else { return false }
    understood.formUnion(start - 2..<mention.span.upperBound)
    return true
  }

  private static let owning: Set<String> = ["the", "our", "my", "its", "their"]

  /// The tokens that say nothing by themselves or are understood; the others are left for the rest to tell, as is a property that is said
  /// with them: "read-only".
  func plain(_ span: Range<Int>) -> [Range<Int>] {
    span.filter {
      if case .attribute? = byToken[$0]?.sense { return false }
      return understood.contains($0) || isNumber(at: $0)
        || lexicon.ignored.contains(request.tokens[$0].normal)
    }.map { $0..<$0 + 1 }
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
