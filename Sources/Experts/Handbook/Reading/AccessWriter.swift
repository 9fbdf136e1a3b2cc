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
      return Form(target: nearest(before: only), source: source, start: only, end: verb + 1)
    }
    let start = max(verb, only) + 1
    guard
      let from = (start..<min(start + 4, tokens.count)).first(where: {
        tokens[$0].sentence == sentence && holds($0, in: builder.lexicon.reach.from)
      }), let source = try party(in: from + 1..<min(from + 6, tokens.count))
    else { return nil }
    return Form(
      target: nearest(before: min(verb, only)), source: source, start: min(verb, only),
      end: source.span.upperBound)
  }

  private func holds(_ index: Int, in words: Set<String>) -> Bool {
    words.contains(builder.request.tokens[index].normal) || words.contains(builder.request.tokens[index].word)
  }

  /// Who is meant by words between two places: a thing by its own words, by its name, or by a word of what was said of it before.
  private func party(in span: Range<Int>) throws(ExpertError) -> Party? {
    let mention = builder.found.first { mention in
      guard case .component = mention.sense else { return false }
      return span.contains(mention.span.lowerBound)
    }
    if let mention, case .component(let entry) = mention.sense, let id = builder.lexicon.entries[entry].recipe
    {
      let name = builder.components.first { $0.spans.contains(mention.span) && $0.name != nil }?.name
      return Party(types: try types(of: id), name: name, span: mention.span)
    }
    for index in span {
      let word = builder.request.tokens[index].normal
      let isBack = index > 0 && builder.request.tokens[index - 1].normal == "the"
      let meant = builder.components.indices.filter { component in
        if builder.namePlaces(of: component).contains(where: { $0.lowerBound == index }) { return true }
        let own = RequestText.words(builder.components[component].words)
        return isBack && own.contains(word)
          && builder.components[component].spans.allSatisfy { $0.lowerBound < index }
      }
      let groups = Set(meant.map { builder.group(of: $0) })
      guard let first = meant.first, groups.count == 1 else { continue }
      return Party(
        types: try types(of: builder.components[first].recipe),
        name: meant.count == 1 ? builder.components[first].name : nil,
        span: builder.namePlaces(of: first).first { $0.lowerBound == index } ?? index..<index + 1)
    }
    return nil
  }

  private func types(of id: String) throws(ExpertError) -> [String] {
    let recipe = try builder.book.recipe(id)
    return recipe.isKubernetes ? [] : Set(recipe.checks.flatMap(\.types)).sorted()
  }

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
    let words = ([form.source.name.map(Identifier.label) ?? "_"] + form.source.types).map { "\"\($0)\"" }
    let claim = "reached_only_from(\(words.joined(separator: ", ")))"
    guard target.isNamed, let name = component.name else {
      return ResourceExpectation(types: own, condition: claim, each: true)
    }
    return ResourceExpectation(types: own, condition: "about(\"\(Identifier.label(name))\") && \(claim)")
  }
}
