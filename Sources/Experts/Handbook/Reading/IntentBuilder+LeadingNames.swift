import Experts

/// Names that stand before or right behind what bears them.
extension IntentBuilder {
  /// The names of a list right before words in the plural: "raw, curated and published buckets". Of words that say nothing by themselves, or
  /// how something is, none is a name.
  func leadingList(before mention: Mention, recipe: Recipe) -> NameList? {
    guard isPlural(mention), !recipe.nameChecks.isEmpty else { return nil }
    let list = NameList(in: request, endingBefore: mention.span.lowerBound) { index in
      isName(at: index) && !lexicon.existing.contains(request.tokens[index].normal)
    }
    return list.flatMap(telling)
  }

  /// One component for each of the names that stand before; what was spoken of in general before is the first of them.
  mutating func placeNamed(
    _ mention: Mention, entry: Lexicon.Entry, recipe: Recipe, names: NameList, words: String
  ) throws(ExpertError) {
    let lead = QuantityPhrase(before: names.span, in: request, mentions: byToken)
    var group: [Int] = []
    if let known = try sameThing(mention, entry: entry, recipe: recipe, lead: lead),
      components[known].name == nil
    {
      components[known].spans.append(mention.span)
      components[known].recipe = recipe.id
      group.append(known)
      groups.removeAll { $0 == [known] }
    }
    while group.count < names.names.count {
      group.append(components.count)
      var component = Intent.Component(entry, recipe: recipe.id, words: words, at: mention.span)
      component.start = names.span.lowerBound
      component.counted = "="
      components.append(component)
    }
    for (index, name) in zip(group, names.names) { components[index].name = name }
    groups.append(group)
    listed.formUnion(names.span)
  }

  /// A word with a hyphen or an underscore right behind a component is its name: "S3 bucket results-acme, …".
  mutating func nameByIdentifier(_ index: Int) {
    guard components[index].name == nil, group(of: index).count == 1,
      let start = components[index].spans.last?.upperBound, start < request.tokens.count,
      request.gap(before: start) == " "
    else { return }
    var end = start + 1
    while end < request.tokens.count, ["-", "_"].contains(request.gap(before: end)) { end += 1 }
    let span = start..<end
    let isFree = span.allSatisfy { place in
      byToken[place] == nil && !understood.contains(place)
        && !found.contains { $0.span.contains(place) }
        && !lexicon.unnamed.contains(request.tokens[place].normal)
        && !lexicon.qualifiers.contains(request.tokens[place].normal)
    }
    let word = request.text[request.tokens[start].range.lowerBound..<request.tokens[end - 1].range.upperBound]
    let isWhole =
      end == request.tokens.count || request.gap(before: end).contains { ",.;:()\n".contains($0) }
      || lexicon.unnamed.contains(request.tokens[end].normal)
    guard span.count > 1, isFree, isWhole, word == word.lowercased(), word.allSatisfy(\.isASCII),
      !lexicon.manners.contains(request.tokens[end - 1].normal)
    else { return }
    components[index].name = String(word)
    nameSpans[index] = span
    understood.formUnion(span)
    ledger.assume("'\(word)' is taken as the name of '\(components[index].words)'.")
  }
}
