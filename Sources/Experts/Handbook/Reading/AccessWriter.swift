import Basics
import Experts
import Vocabulary

/// Writes a requirement for each part of the request that says who may reach something and nobody else: "the database is only reachable
/// from the service", "that only the service may reach".
struct AccessWriter {
  let builder: IntentBuilder

  /// So many tokens may lie between the word "only" and what belongs to it.
  private static let reach = 9

  /// - Parameter understood: the tokens that are decided by it are added.
  func write(into ledger: inout BriefBuilder, understood: inout Set<Int>) throws(ExpertError) {
    for index in builder.request.tokens.indices where holds(index, in: builder.lexicon.reach.only) {
      guard !ledger.isCovered(index..<index + 1), let form = try form(at: index),
        let target = form.target, let expectation = try expectation(form)
      else { continue }
      let tokens = Set(form.start..<form.end).union(form.source.span)
      let text =
        "\(builder.components[target.index].name ?? builder.components[target.index].words): \(builder.request.words(form.start..<form.end))"
      ledger.withdraw(tokens)
      ledger.require(
        text, at: tokens.sorted().map { $0..<$0 + 1 }, expectations: [expectation], kind: .exposure)
      understood.formUnion(tokens)
    }
  }

  /// Who may reach something.
  private struct Party {
    let types: [String]
    let name: String?
    let span: Range<Int>
  }

  private struct Form {
    /// The component that is reached; nil where none stands before.
    let target: (index: Int, isNamed: Bool)?
    /// Who may.
    let source: Party
    let start: Int
    let end: Int
    /// The port that alone is meant; nil for all.
    var port: Int?
  }

  /// What the word "only" at a place is about; nil where it is about something else.
  private func form(at only: Int) throws(ExpertError) -> Form? {
    let tokens = builder.request.tokens
    let limit = min(only + Self.reach, tokens.count)
    let sentence = tokens[only].sentence
    guard
      let verb = (only + 1..<limit).first(where: {
        tokens[$0].sentence == sentence && holds($0, in: builder.lexicon.reach.reaching)
      }) ?? (max(0, only - 2)..<only).first(where: { holds($0, in: builder.lexicon.reach.reaching) })
    else { return nil }
    // "only the service may reach", "only from the service reachable": who stands between.
    if verb > only, let source = try party(in: only + 1..<verb) {
      if let target = behind(verb) {
        return Form(
          target: (target.index, false), source: source, start: only, end: target.span.lowerBound)
      }
      return Form(target: nearest(before: only), source: source, start: only, end: verb + 1)
    }
    let start = max(verb, only) + 1
    guard
      let from = (start..<min(start + 4, tokens.count)).first(where: {
        tokens[$0].sentence == sentence && holds($0, in: builder.lexicon.reach.from)
      }), let source = try party(in: from..<min(from + 6, tokens.count))
    else { return nil }
    var form = Form(
      target: nearest(before: min(verb, only)), source: source, start: min(verb, only),
      end: source.span.upperBound)
    form.port = (form.start..<from).compactMap { builder.lexicon.reach.ports[tokens[$0].normal] }.first
    return form
  }

  private func holds(_ index: Int, in words: Set<String>) -> Bool {
    words.contains(builder.request.tokens[index].normal) || words.contains(builder.request.tokens[index].word)
  }

  /// Who is meant by words between two places: things by their own words, by their names, or by a word of what was said of them before.
  private func party(in span: Range<Int>) throws(ExpertError) -> Party? {
    for mention in builder.found where span.overlaps(mention.span) {
      guard case .fact("source-range", let value) = mention.sense, let block = value.string else { continue }
      return Party(types: [block], name: nil, span: mention.span)
    }
    var parties: [Party] = []
    var index = span.lowerBound
    while index < span.upperBound {
      if let party = try party(at: index) {
        parties.append(party)
        index = party.span.upperBound
        // "the service and the worker" are both meant.
        guard index < span.upperBound,
          builder.lexicon.denial.and.contains(builder.request.tokens[index].normal)
        else { break }
      }
      index += 1
    }
    guard let first = parties.first, let last = parties.last else { return nil }
    let names = parties.compactMap(\.name)
    return Party(
      types: Set(parties.flatMap(\.types)).sorted(),
      name: names.count == parties.count ? names.joined(separator: "|") : nil,
      span: first.span.lowerBound..<last.span.upperBound)
  }

  private func party(at index: Int) throws(ExpertError) -> Party? {
    if let mention = builder.found.first(where: { $0.span.lowerBound == index }),
      case .component(let entry) = mention.sense, let id = builder.lexicon.entries[entry].recipe
    {
      let bearer = builder.components.first { $0.spans.contains(mention.span) }
      return Party(types: try types(of: id), name: bearer?.name ?? bearer?.alias, span: mention.span)
    }
    let word = builder.request.tokens[index].normal
    let isBack = index > 0 && builder.request.tokens[index - 1].normal == "the"
    let meant = builder.components.indices.filter { component in
      if builder.namePlaces(of: component).contains(where: { $0.lowerBound == index }) { return true }
      if isBack, builder.components[component].alias == word { return true }
      let own = RequestText.words(builder.components[component].words)
      return isBack && own.contains(word)
        && builder.components[component].spans.allSatisfy { $0.lowerBound < index }
    }
    let called = meant.filter { builder.components[$0].alias == word }
    let all = called.isEmpty ? meant : called
    guard let first = all.first, Set(all.map { builder.group(of: $0) }).count == 1 else { return nil }
    let bearer = builder.components[first]
    return Party(
      types: try types(of: bearer.recipe), name: all.count == 1 ? bearer.name ?? bearer.alias : nil,
      span: builder.namePlaces(of: first).first { $0.lowerBound == index } ?? index..<index + 1)
  }

  private func types(of id: String) throws(ExpertError) -> [String] {
    let recipe = try builder.book.recipe(id)
    return recipe.isKubernetes ? [] : Set(recipe.checks.flatMap(\.types)).sorted()
  }

  /// What is reached, where it stands right behind the verb: "may reach the database".
  private func behind(_ verb: Int) -> (index: Int, span: Range<Int>)? {
    let sentence = builder.request.tokens[verb].sentence
    let end = min(verb + Self.objectReach, builder.request.tokens.count)
    for component in builder.components.indices {
      let places = builder.components[component].spans + builder.namePlaces(of: component)
      if let span = places.first(where: {
        (verb + 1..<end).contains($0.lowerBound) && builder.request.tokens[$0.lowerBound].sentence == sentence
          && builder.request.tokens[$0.lowerBound].clause == builder.request.tokens[verb].clause
      }) {
        return (component, span)
      }
    }
    return nil
  }

  /// So many words may stand between the verb and its object.
  private static let objectReach = 5

  /// The component of which the words before a place speak last, by its own words or its name.
  private func nearest(before index: Int) -> (index: Int, isNamed: Bool)? {
    let sentence = builder.request.tokens[index].sentence
    var best: (end: Int, index: Int, isNamed: Bool)?
    for component in builder.components.indices {
      let places =
        builder.components[component].spans.map { ($0.upperBound, false) }
        + builder.namePlaces(of: component).map { ($0.upperBound, true) }
      for (end, isNamed) in places
      where end <= index && builder.request.tokens[end - 1].sentence == sentence && end > (best?.end ?? -1) {
        best = (end, component, isNamed)
      }
    }
    return best.map { ($0.index, $0.isNamed) }
  }

  private func expectation(_ form: Form) throws(ExpertError) -> ResourceExpectation? {
    guard let target = form.target else { return nil }
    let component = builder.components[target.index]
    let own = try builder.checks(of: target.index).flatMap(\.types)
    guard !RecipeBook.isForManifests(component.recipe), !own.isEmpty, !form.source.types.isEmpty else {
      return nil
    }
    let label = form.source.name.map { name in
      name.split(separator: "|").map { Identifier.label(String($0)) }.joined(separator: "|")
    }
    let words = [label ?? "_"] + form.source.types + (form.port.map { ["port:\($0)"] } ?? [])
    let claim = "reached_only_from(\(words.quotedArguments))"
    // Beside others of its kind it is told apart by what it is called here.
    let isAmongOthers = builder.components.indices.contains {
      $0 != target.index && builder.components[$0].recipe == component.recipe
        && builder.components[$0].noun != component.noun
    }
    guard
      let name = target.isNamed ? component.name : component.name ?? (isAmongOthers ? component.noun : nil)
    else {
      return ResourceExpectation(types: own, condition: claim, each: true)
    }
    return ResourceExpectation(types: own, condition: "about(\"\(Identifier.label(name))\") && \(claim)")
  }
}
