import Experts
import Basics

extension IntentBuilder {
  /// Takes "with at most 4 instances" behind something that has instances as a number of it, and not as servers of their own.
  mutating func placeQuantity(_ mention: Mention, lead: QuantityPhrase) throws(ExpertError) -> Bool {
    guard mention.span.count == 1, request.tokens[mention.span.lowerBound].normal == "instance" else {
      return false
    }
    let start = bound(before: mention.span.lowerBound)?.lowerBound ?? lead.start
    var owner = try bearer(before: start)
    if owner == nil { owner = try scaled(before: start) }
    guard let index = owner else { return false }
    let recipe = try book.recipe(components[index].recipe)
    guard !recipe.provides.contains("servers") else { return false }
    understood.formUnion(mention.span)
    guard let count = lead.count else { return bound(before: mention.span.lowerBound) != nil }
    let known: [String] = recipe.parameters.compactMap(\.fact)
    let fact = known.contains("nodes") ? "nodes" : "count"
    if let token = lead.countToken { understood.insert(token) }
    let span = lead.start..<mention.span.upperBound
    mentions.append(
      Mention(
        span: span, sense: .fact(id: fact, value: .integer(count)), words: request.words(span), priority: 7))
    return true
  }

  /// The last thing before that can scale, where the clause says only that something does: "an app, autoscale 2 to 5 instances".
  private func scaled(before place: Int) throws(ExpertError) -> Int? {
    let clause = request.tokens[place].clause
    let isSaid = mentions.contains { mention in
      guard case .attribute(let index) = mention.sense else { return false }
      return request.tokens[mention.span.lowerBound].clause == clause && mention.span.upperBound <= place
        && lexicon.attributes[index].id == Self.scaling
    }
    guard isSaid else { return nil }
    for index in components.indices.reversed() where !components[index].words.isEmpty {
      let recipe = try book.recipe(components[index].recipe)
      if recipe.parameters.contains(where: { $0.attributes[Self.scaling] != nil }) { return index }
    }
    return nil
  }

  private static let scaling = "autoscaling"

  /// The bounds that stand right before a place: "at most 4".
  private func bound(before place: Int) -> Range<Int>? {
    guard place > 0, let mention = byToken[place - 1], case .fact(let id, _) = mention.sense,
      ["maximum", "between", "minimum-maximum"].contains(id)
    else { return nil }
    return mention.span
  }

  /// The thing before a place in its clause that is said to have something: "an environment with".
  private func bearer(before place: Int) throws(ExpertError) -> Int? {
    let clause = request.tokens[place].clause
    return components.indices.reversed().first { index in
      guard let end = components[index].spans.last?.upperBound, !components[index].words.isEmpty, end <= place
      else {
        return false
      }
      return request.tokens[end - 1].clause == clause
        && (end..<place).contains { Self.having.contains(request.tokens[$0].normal) }
    }
  }

  static let having: Set<String> = ["with", "of", "having", "has", "mit"]

  /// Takes words that speak of something which a component before them makes for itself: "a trail with logs in an encrypted bucket".
  /// False where they ask for a thing of their own.
  mutating func placeOwned(
    _ mention: Mention, recipe: Recipe, lead: QuantityPhrase, words: String
  ) throws(ExpertError) -> Bool {
    guard lead.count ?? 1 == 1, lead.article != .additional, lead.start > 0,
      Self.inside.contains(request.tokens[lead.start - 1].normal)
    else { return false }
    let sentence = request.tokens[mention.span.lowerBound].sentence
    for index in components.indices.reversed() {
      guard let span = components[index].spans.last, request.tokens[span.lowerBound].sentence == sentence,
        try book.recipe(components[index].recipe).owned.contains(recipe.id)
      else { continue }
      if let token = lead.countToken { understood.insert(token) }
      partSpans[index, default: []].append(mention.span)
      components[index].parts.append(
        Intent.Part(
          words: words, checks: recipe.checks, parameter: nil, count: nil,
          span: lead.start..<mention.span.upperBound))
      return true
    }
    return false
  }

  private static let inside: Set<String> = ["in", "into", "to", "with", "on", "inside", "within"]

  /// Takes words that say what one of several is: "two databases: orders on Postgres, billing on MySQL". False where they say it of
  /// all, or of something else.
  mutating func placeMember(
    _ mention: Mention, entry: Lexicon.Entry, recipe: Recipe, lead: QuantityPhrase
  ) throws(ExpertError) -> Bool {
    guard isOneOfSeveral(entry, lead: lead), let siblings = try openGroup(of: recipe, before: mention),
      let member = siblings.first(where: { generic.contains($0) })
    else { return false }
    let isFirst = groups.contains(siblings)
    if isFirst {
      families.append(siblings)
      groups = groups.flatMap { $0 == siblings ? siblings.map { [$0] } : [$0] }
    }
    if let token = lead.countToken { understood.insert(token) }
    let whole = components[member].spans
    let start = nameMember(member, before: lead.start) ?? lead.start
    generic.remove(member)
    components[member].recipe = recipe.id
    components[member].noun = entry.noun ?? components[member].noun
    components[member].checks = entry.checks
    for (name, value) in entry.values {
      components[member].settings[name] = Intent.Setting(value: value, words: "")
    }
    components[member].characteristics.formUnion(entry.values.keys)
    let own = request.words(start..<mention.span.upperBound)
    components[member].words = isFirst ? "\(components[member].words): \(own)" : own
    components[member].spans = (isFirst ? whole : []) + [mention.span]
    if !isFirst { components[member].start = start }
    return true
  }

  private func isOneOfSeveral(_ entry: Lexicon.Entry, lead: QuantityPhrase) -> Bool {
    !entry.isGeneric && lead.count ?? 1 == 1 && lead.article != .additional && lead.article != .definite
  }

  /// The components of the last wish for several of a family in the sentence, of whom each is told what it is.
  private func openGroup(of recipe: Recipe, before mention: Mention) throws(ExpertError) -> [Int]? {
    let sentence = request.tokens[mention.span.lowerBound].sentence
    for siblings in (groups + families).reversed() where siblings.count > 1 {
      guard let span = components[siblings[0]].spans.first,
        request.tokens[span.lowerBound].sentence == sentence,
        span.upperBound <= mention.span.lowerBound, siblings.contains(where: { generic.contains($0) }),
        try isAlike(siblings[siblings.count - 1], recipe: recipe)
      else { continue }
      var told = 0
      for other in found where other.span.lowerBound >= span.upperBound {
        guard case .component(let index) = other.sense, let id = lexicon.entries[index].recipe,
          !lexicon.entries[index].isPart, request.tokens[other.span.lowerBound].sentence == sentence
        else { continue }
        let lead = QuantityPhrase(before: other.span, in: request, mentions: byToken)
        if isOneOfSeveral(lexicon.entries[index], lead: lead),
          try isAlike(siblings[siblings.count - 1], recipe: book.recipe(id))
        {
          told += 1
        }
      }
      if told == siblings.count { return siblings }
    }
    return nil
  }

  /// Gives a member the word before what it is as its name: "orders" of ": orders on Postgres".
  /// - Returns: where the name stands; nil where none does.
  private mutating func nameMember(_ member: Int, before start: Int) -> Int? {
    guard start >= 2, Self.joints.contains(request.tokens[start - 1].normal) else { return nil }
    let place = start - 2
    let word = request.text[request.tokens[place].range].lowercased()
    let isItem =
      request.gap(before: place).contains(where: { ":,(;".contains($0) })
      || (place > 0 && lexicon.denial.and.contains(request.tokens[place - 1].normal))
    guard isItem, byToken[place] == nil, word.first?.isLetter == true, word.allSatisfy(\.isASCII) else {
      return nil
    }
    components[member].name = word
    nameSpans[member] = place..<place + 1
    understood.formUnion([place, start - 1])
    return place
  }

  private static let joints: Set<String> = ["on", "as", "in", "with", "using", "is"]
}
