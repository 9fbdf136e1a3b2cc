import Experts
import Basics

extension IntentBuilder {
  /// The component that a mention speaks of again, if it does.
  func sameThing(
    _ mention: Mention, entry: Lexicon.Entry, recipe: Recipe, lead: QuantityPhrase
  ) throws(ExpertError) -> Int? {
    var candidates: [Int] = []
    for index in components.indices {
      let isOpen = entry.isGeneric || generic.contains(index)
      let isRelated = isOpen ? try isAlike(index, recipe: recipe) : false
      if isRelated || components[index].recipe == recipe.id {
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
    // "the database, an RDS Postgres", "keep the database private: one RDS MySQL" say what the database is.
    if generic.contains(last), !entry.isGeneric || lead.count == 1, !conflict, lead.count ?? 1 == 1,
      lead.article == .indefinite || lead.count == 1, let span = components[last].spans.last,
      isDefinite(span),
      request.tokens[span.lowerBound].sentence == request.tokens[mention.span.lowerBound].sentence,
      group(of: last).count == 1
    {
      return last
    }
    // "servers in a public subnet: two EC2 instances" says how many the servers are.
    if generic.contains(last), !conflict, lead.count != nil, components[last].counted == ">=",
      let end = components[last].spans.last?.upperBound, group(of: last).count == 1,
      (end...mention.span.lowerBound).contains(where: { request.gap(before: $0).contains(":") })
    {
      return last
    }
    if lead.article == .definite, lead.count == nil {
      return candidates.last { !isConflict(entry, index: $0) } ?? last
    }
    guard lead.article == .none, lead.count == nil, !conflict || generic.contains(last) else { return nil }
    return last
  }

  private func isDefinite(_ span: Range<Int>?) -> Bool {
    guard let start = span?.lowerBound, start > 0 else { return false }
    return ["the", "our", "its", "their"].contains(request.tokens[start - 1].normal)
  }

  /// Whether a component is of a recipe or of its family.
  func isAlike(_ index: Int, recipe: Recipe) throws(ExpertError) -> Bool {
    let other = try book.recipe(components[index].recipe)
    return other.id == recipe.id
      || !book.families.intersection(other.provides).isDisjoint(with: recipe.provides)
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
