import Experts
import Basics

extension IntentBuilder {
  /// Adds what a pattern is made of and the request does not name itself.
  mutating func addPatterns() throws(ExpertError) {
    for pattern in patterns {
      var provided: Set<String> = []
      for component in components { provided.formUnion(try book.recipe(component.recipe).provides) }
      var added: [String] = []
      let words = request.words(pattern.lead.start..<pattern.mention.span.upperBound)
      if let token = pattern.lead.countToken { understood.insert(token) }
      for addition in pattern.entry.adds where provided.isDisjoint(with: addition.unless) {
        let recipe = try book.recipe(addition.recipe)
        added.append(recipe.title.lowercased())
        groups.append([components.count])
        components.append(
          Intent.Component(
            recipe: addition.recipe, name: nil, noun: nil, words: words, spans: [pattern.mention.span],
            settings: addition.values.mapValues { Intent.Setting(value: $0, words: "") }))
      }
      if !added.isEmpty {
        ledger.assume("'\(pattern.mention.words)' is taken as: \(added.joined(separator: ", ")).")
      }
    }
  }
}
