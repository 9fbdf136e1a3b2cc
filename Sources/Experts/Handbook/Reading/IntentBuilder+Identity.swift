import Experts
import Basics

extension IntentBuilder {
  /// The component that a mention speaks of again, if it does.
  func sameThing(
    _ mention: Mention, entry: Lexicon.Entry, recipe: Recipe, lead: QuantityPhrase
  ) throws(ExpertError) -> Int? {
    var candidates: [Int] = []
    for index in components.indices {
      let other = try book.recipe(components[index].recipe)
      let isFamily = !book.families.intersection(other.provides).isDisjoint(with: recipe.provides)
      if other.id == recipe.id || (isFamily && (entry.isGeneric || generic.contains(index))) {
        candidates.append(index)
      }
    }
    guard let last = candidates.last else { return nil }
    // "a server as a web server" speaks of one.
    if lead.start > 0, request.tokens[lead.start - 1].normal == "as",
      let end = components[last].spans.last?.upperBound, (0...1).contains(lead.start - 1 - end)
    {
      return last
    }
    if recipe.isSingleton { return last }
    if let unasked = candidates.last(where: { components[$0].words.isEmpty }) { return unasked }
    let conflict = entry.values.contains { name, value in
      components[last].settings[name].map { $0.value != value } ?? false
    }
    if let end = components[last].spans.last?.upperBound, mention.span.lowerBound - end <= 1,
      mention.span.lowerBound >= end, isJoined(end, start: mention.span.lowerBound),
      !conflict || generic.contains(last)
    {
      return last
    }
    if lead.article == .definite, lead.count == nil {
      return candidates.last { !isConflict(entry, index: $0) } ?? last
    }
    guard lead.article == .none, lead.count == nil, !conflict || generic.contains(last) else { return nil }
    return last
  }

  private func isConflict(_ entry: Lexicon.Entry, index: Int) -> Bool {
    !generic.contains(index)
      && entry.values.contains { name, value in
        components[index].settings[name].map { $0.value != value } ?? false
      }
  }

  private func isJoined(_ end: Int, start: Int) -> Bool {
    guard request.tokens[end - 1].clause == request.tokens[start].clause else { return false }
    return !(end..<start).contains {
      ["and", "or", "with", "to", "for", "plus"].contains(request.tokens[$0].normal)
    }
  }
}
