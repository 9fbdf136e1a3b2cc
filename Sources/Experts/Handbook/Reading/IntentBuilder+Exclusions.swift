import Basics
import Clouds
import Experts
import Vocabulary

extension IntentBuilder {
  /// Turns what the request denies into claims of absence, and keeps it out of what is built.
  mutating func exclude() throws(ExpertError) {
    for exclusion in sifted.exclusions {
      guard !exclusion.objects.isEmpty, !isOfUnknown(exclusion) else {
        let words = request.words(exclusion.span)
        ledger.leave(
          words, at: exclusion.span, status: .unknown,
          reason: "It says what shall not be, and nothing decides whether it is so.")
        continue
      }
      for object in exclusion.objects { try exclude(object, of: exclusion) }
    }
    try avoidExcluded()
  }

  /// Whether what is denied is said of something that nothing understands: "delete markers not replicated" takes no replication away.
  private func isOfUnknown(_ exclusion: Exclusion) -> Bool {
    let start = exclusion.span.lowerBound
    guard start > 0, request.tokens[start].normal == "not",
      request.tokens[start - 1].clause == request.tokens[start].clause,
      case .attribute? = exclusion.objects.first?.sense
    else { return false }
    let index = start - 1
    return byToken[index] == nil && !understood.contains(index)
      && !lexicon.ignored.contains(request.tokens[index].normal)
      && !lexicon.denial.and.contains(request.tokens[index].normal)
      && !found.contains { $0.span.contains(index) } && request.tokens[index].word.first?.isLetter == true
  }

  /// What a word for a whole family asked for is taken from another recipe of it where the first is not wanted: "GitOps, but
  /// without Argo CD".
  private mutating func avoidExcluded() throws(ExpertError) {
    for index in generic where excluded.contains(components[index].recipe) {
      let recipe = try book.recipe(components[index].recipe)
      for other in try family(of: recipe).subtracting(excluded).sorted()
      where RecipeBook.isForManifests(other) == recipe.isKubernetes {
        components[index].recipe = other
        break
      }
    }
  }

  private mutating func exclude(_ object: Mention, of exclusion: Exclusion) throws(ExpertError) {
    let words = exclusionWords(object, exclusion: exclusion)
    switch object.sense {
    case .component(let index): try exclude(lexicon.entries[index], words: words, at: exclusion.span)
    case .attribute(let index):
      try deny(lexicon.attributes[index], words: words, object: object, at: exclusion.span)
    case .unsupported(let name):
      guard let type = lexicon.typesOfUnsupported[name] else { fallthrough }
      ledger.require(
        words, at: [exclusion.span],
        expectations: [ResourceExpectation(types: [type], minimum: 0, maximum: 0)],
        kind: .absence)
    default:
      ledger.leave(
        words, at: exclusion.span, status: .unknown, reason: "Nothing decides whether it is absent.")
    }
  }

  /// "no database" of "no load balancer and no database"; "no load balancer or database" for the second of one denial.
  private func exclusionWords(_ object: Mention, exclusion: Exclusion) -> String {
    guard exclusion.objects.count > 1 else { return request.words(exclusion.span) }
    let first = exclusion.objects[0].span.lowerBound
    let denial = request.words(exclusion.span.lowerBound..<max(first, exclusion.span.lowerBound + 1))
    return "\(denial) \(object.words)"
  }

  private mutating func exclude(
    _ entry: Lexicon.Entry, words: String, at span: Range<Int>
  ) throws(ExpertError) {
    if let id = entry.negation, let attribute = lexicon.attributes.first(where: { $0.id == id }) {
      return try bind(attribute, mention: Mention(span: span, sense: .nothing, words: words, priority: 0))
    }
    guard let id = entry.recipe else {
      return ledger.leave(words, at: span, status: .unknown, reason: "Nothing decides whether it is absent.")
    }
    let recipe = try book.recipe(id)
    let own = entry.isPart ? entry.checks : recipe.checks
    let templates = entry.absence.isEmpty ? own : entry.absence
    let context = CheckContext(recipe, values: entry.values).json
    var expectations: [ResourceExpectation] = []
    for template in templates { expectations.append(try template.expectation(context).absent) }
    if entry.isPart {
      for (name, value) in entry.values { denied[id, default: [:]][name] = value.bool.map { .bool(!$0) } }
    } else {
      excluded.formUnion(entry.isGeneric ? try family(of: recipe) : [id])
    }
    ledger.require(words, at: [span], expectations: expectations, kind: .absence)
  }

  /// All recipes that a word for a whole family stands for.
  private func family(of recipe: Recipe) throws(ExpertError) -> Set<String> {
    let names = book.families.intersection(recipe.provides)
    var found: Set<String> = [recipe.id]
    for entry in lexicon.entries {
      guard let id = entry.recipe, try !names.isDisjoint(with: book.recipe(id).provides) else { continue }
      found.insert(id)
    }
    return found
  }

  /// Says the opposite of an attribute.
  mutating func deny(
    _ attribute: Lexicon.Attribute, words: String, object: Mention, at span: Range<Int>
  ) throws(ExpertError) {
    let mention = Mention(span: span, sense: object.sense, words: words, priority: 0)
    let opposite = attribute.negation.flatMap { id in lexicon.attributes.first { $0.id == id } }
    if let opposite { return try bind(opposite, mention: mention) }
    guard let index = try nearestTaker(of: attribute, mention) else {
      let context = JSONValue.object([])
      var expectations: [ResourceExpectation] = []
      for check in attribute.checks { expectations.append(try check.expectation(context).absent) }
      guard expectations.count == 1, attribute.beside == nil else {
        return ledger.leave(
          words, at: span, status: .unknown, reason: "Nothing decides whether it is absent.")
      }
      return ledger.require(words, at: [span], expectations: expectations, kind: .absence)
    }
    let recipe = try book.recipe(components[index].recipe)
    for parameter in recipe.parameters {
      guard let value = parameter.attributes[attribute.id] else { continue }
      guard let flag = value.bool else { continue }
      // What would show the attribute itself shall hold for nothing.
      components[index].settings[parameter.name] = Intent.Setting(value: value, words: words)
      let expectations = try checks(parameter, of: index)
      components[index].settings[parameter.name] = Intent.Setting(value: .bool(!flag), words: words)
      guard expectations.count == 1 else { continue }
      ledger.require(words, at: [span], expectations: expectations.map(\.absent), kind: .absence)
    }
    if !ledger.isCovered(span) {
      ledger.leave(words, at: span, status: .unknown, reason: "Nothing decides whether it is absent.")
    }
  }

  /// What is there already and is not made again: what would be made of it is a counterexample.
  mutating func leaveExisting() throws(ExpertError) {
    for mention in sifted.existing {
      guard case .component(let index) = mention.sense, let id = lexicon.entries[index].recipe else {
        continue
      }
      let entry = lexicon.entries[index]
      let recipe = try book.recipe(id)
      let context = CheckContext(recipe, values: entry.values).json
      var expectations: [ResourceExpectation] = []
      for check in entry.isPart ? entry.checks : recipe.checks {
        expectations.append(try check.expectation(context).absent)
      }
      let lead = QuantityPhrase(before: mention.span, in: request, mentions: [:])
      let span = lead.start..<mention.span.upperBound
      ledger.require(
        request.words(span), at: [span], expectations: expectations, kind: .exists,
        gap: Requirement.Gap(
          status: .unknown, reason: "It is there already, and nothing decides whether the drafts use it."))
      ledger.ask("'\(request.words(span))' is there already; how is it found (an id, a name, a tag)?")
    }
    for (mention, cloud) in sifted.elsewhere {
      ledger.leave(
        request.words(mention.span), at: mention.span, status: .unmet,
        reason:
          "It is asked for on '\(cloud.words)'; \(lexicon.reasonForNothing(on: cloud.cloudName))"
      )
    }
  }
}

extension ResourceExpectation {
  /// That there is none.
  var absent: ResourceExpectation {
    ResourceExpectation(types: types, condition: condition, minimum: 0, maximum: 0)
  }
}
