import Experts
import Basics
import Vocabulary

extension IntentBuilder {
  /// Gives each attribute to the component beside it, or to the whole.
  mutating func bindAttributes() throws(ExpertError) {
    for mention in mentions {
      switch mention.sense {
      case .attribute(let index):
        // "private nodes" says nothing of a database.
        guard !isOfUnknown(mention) else { continue }
        try bind(lexicon.attributes[index], mention: mention)
      case .environment(let name): environment = environment ?? name
      default: continue
      }
    }
  }

  /// Whether one word stands right before another that nothing understands.
  private func isOfUnknown(_ mention: Mention) -> Bool {
    let next = pastAdjectives(mention.span.upperBound)
    guard mention.span.count == 1, next < request.tokens.count, request.gap(before: next) == " ",
      !isOfComponent(next)
    else {
      return false
    }
    let word = request.tokens[next].normal
    return !understood.contains(next) && !lexicon.ignored.contains(word) && !lexicon.qualifiers.contains(word)
      && !mentions.contains { $0.span.contains(next) && !$0.isUnsupported } && !lexicon.access.contains(word)
      && word.first?.isLetter == true
  }

  /// Behind the rest of a list of adjectives: "public, private and isolated subnets".
  private func pastAdjectives(_ start: Int) -> Int {
    let joints: Set<String> = ["and", "or"]
    var index = start
    while index < request.tokens.count {
      let isListed = request.gap(before: index).contains(",") || joints.contains(request.tokens[index].normal)
      guard isListed else { return index }
      let next = joints.contains(request.tokens[index].normal) ? index + 1 : index
      guard let other = mentions.first(where: { $0.span.lowerBound == next }),
        other.isOneAdjective || other.isUnsupported
      else { return start }
      if other.isUnsupported { return next }
      index = other.span.upperBound
    }
    return start
  }

  private func isOfComponent(_ index: Int) -> Bool {
    mentions.contains { mention in
      if case .component = mention.sense { return mention.span.contains(index) }
      return false
    }
  }

  /// - Parameter mention: its words are those of the requirement, with a denial where there is one.
  mutating func bind(_ attribute: Lexicon.Attribute, mention: Mention) throws(ExpertError) {
    enter(attribute.constraint, mention: mention)
    let takers = try takers(of: attribute, mention)
    guard let nearest = takers.min(by: { ($0.score, $0.index) < ($1.score, $1.index) }) else {
      return try decideAlone(attribute, mention: mention)
    }
    let isOfPattern = patterns.contains {
      $0.lead.start..<$0.mention.span.upperBound ~= mention.span.lowerBound
    }
    let before = takers.filter { isBeside($0.index, mention: mention) }.min {
      ($0.score, $0.index) < ($1.score, $1.index)
    }
    if !isOfPattern, let before, !isOfAll(mention) {
      return try apply(attribute, mention: mention, to: narrowed(before.index, mention: mention))
    }
    if !isOfPattern, nearest.score <= 3 || takers.count == 1 {
      return try apply(attribute, mention: mention, to: narrowed(nearest.index, mention: mention))
    }
    attributes[attribute.id] = attributes[attribute.id] ?? mention.words
    for taker in takers { try apply(attribute, mention: mention, to: [taker.index]) }
  }

  /// The component nearest to the mention that the attribute says something of.
  func nearestTaker(of attribute: Lexicon.Attribute, _ mention: Mention) throws(ExpertError) -> Int? {
    try takers(of: attribute, mention).min { ($0.score, $0.index) < ($1.score, $1.index) }?.index
  }

  private func takers(
    of attribute: Lexicon.Attribute, _ mention: Mention
  ) throws(ExpertError) -> [(score: Int, index: Int)] {
    var takers: [(score: Int, index: Int)] = []
    for index in components.indices {
      let recipe = try book.recipe(components[index].recipe)
      guard recipe.parameters.contains(where: { $0.attributes[attribute.id] != nil }) else { continue }
      let spans = components[index].spans + (partSpans[index] ?? [])
      takers.append((spans.map { distance($0, right: mention.span) }.min() ?? 100, index))
    }
    return takers
  }

  /// Whether the component stands before the attribute in its sentence, so that it is not said of the whole.
  private func isBeside(_ index: Int, mention: Mention) -> Bool {
    let sentence = request.tokens[mention.span.lowerBound].sentence
    return (components[index].spans + (partSpans[index] ?? [])).contains {
      request.tokens[$0.lowerBound].sentence == sentence && $0.lowerBound < mention.span.lowerBound
    }
  }

  /// Whether a word right before says that the attribute is said of everything.
  private func isOfAll(_ mention: Mention) -> Bool {
    let start = mention.span.lowerBound
    return (max(0, start - 3)..<start).contains { Self.all.contains(request.tokens[$0].normal) }
  }

  private static let all: Set<String> = ["all", "everything", "each", "every", "both", "alle", "alles"]

  /// What the attribute says by itself, where no component takes it.
  private mutating func decideAlone(
    _ attribute: Lexicon.Attribute, mention: Mention
  ) throws(ExpertError) {
    if let assume = attribute.assume { ledger.assume(assume) }
    if attribute.constraint != nil { attributes[attribute.id] = attributes[attribute.id] ?? mention.words }
    if attribute.id.hasPrefix("no-") { attributes[attribute.id] = attributes[attribute.id] ?? mention.words }
    if let other = attribute.beside, !isBehind(other, mention: mention) { return }
    var types: Set<String>?
    if attribute.isOfNearest {
      var near: Int?
      for index in components.indices where isBeside(index, mention: mention) {
        // What the network's parts are in is the network itself.
        if try book.recipe(components[index].recipe).provides.contains("network") { continue }
        if near.map({ distance(of: index, mention) < distance(of: $0, mention) }) ?? true { near = index }
      }
      guard let near else { return }
      types = Set(try book.recipe(components[near].recipe).types)
    }
    var expectations: [ResourceExpectation] = []
    for check in attribute.checks {
      var expectation = try check.expectation(.object([]))
      if let types { expectation.types = expectation.types.filter(types.contains) }
      if !expectation.types.isEmpty { expectations.append(expectation) }
    }
    guard !expectations.isEmpty else { return }
    ledger.require(
      mention.words, at: [mention.span], expectations: expectations, kind: kind(of: expectations))
  }

  private func distance(of index: Int, _ mention: Mention) -> Int {
    components[index].spans.map { distance($0, right: mention.span) }.min() ?? 100
  }

  private func isBehind(_ id: String, mention: Mention) -> Bool {
    mentions.contains { other in
      guard case .attribute(let index) = other.sense, lexicon.attributes[index].id == id else { return false }
      return (0...3).contains(mention.span.lowerBound - other.span.upperBound)
    }
  }

  private func kind(of expectations: [ResourceExpectation]) -> ClaimKind {
    expectations.allSatisfy { $0.maximum == 0 } ? .absence : .property
  }

  private mutating func apply(
    _ attribute: Lexicon.Attribute, mention: Mention, to indices: [Int]
  ) throws(ExpertError) {
    guard let index = indices.first else { return }
    let recipe = try book.recipe(components[index].recipe)
    for parameter in recipe.parameters {
      guard let value = parameter.attributes[attribute.id] else { continue }
      if let known = components[index].settings[parameter.name], !known.words.isEmpty, known.value != value,
        parameter.attributes.count > 1, parameter.attributes.values.contains(known.value)
      {
        guard
          lexicon.attributes.contains(where: {
            ($0.id == attribute.id && !$0.opposes.isEmpty) || $0.opposes.contains(attribute.id)
          })
        else { continue }
        throw ExpertError(
          .contradiction, summary: "The request contradicts itself",
          detail: "'\(known.words)' and '\(mention.words)' cannot both hold for "
            + "\(components[index].words.isEmpty ? recipe.title : "'\(components[index].words)'"). Keep one of them."
        )
      }
      let known = components[index].settings[parameter.name]
      if let known, !known.words.isEmpty {
        // More readers than one are a read replica too; a denied one is not.
        if known.value == value || (known.value.double ?? 0) >= (value.double ?? .infinity) {
          try claim(attribute, parameter: parameter, mention: mention, of: [index])
        }
        continue
      }
      for index in indices {
        components[index].settings[parameter.name] = Intent.Setting(value: value, words: mention.words)
      }
      try claim(attribute, parameter: parameter, mention: mention, of: indices)
    }
  }

  private mutating func claim(
    _ attribute: Lexicon.Attribute, parameter: Parameter, mention: Mention, of indices: [Int]
  ) throws(ExpertError) {
    let expectations = try checks(parameter, of: indices)
    guard let index = indices.first, !expectations.isEmpty else { return }
    ledger.require(
      subject(of: index) + mention.words, at: [mention.span], expectations: expectations,
      kind: kind(of: expectations))
  }

  /// Lets an attribute hold for everything that can have it.
  mutating func applyToAll(_ id: String, mention: Mention) throws(ExpertError) {
    guard let attribute = lexicon.attributes.first(where: { $0.id == id }) else { return }
    attributes[id] = attributes[id] ?? mention.words
    for index in components.indices { try apply(attribute, mention: mention, to: [index]) }
  }

  private mutating func enter(_ data: DataNode?, mention: Mention) {
    guard let data, let kind = Constraint.Kind(rawValue: data.string("kind", default: "")) else { return }
    ledger.constrain(
      Constraint(
        id: "", kind: kind, text: mention.words, relation: data.string("relation", default: "="),
        number: data.child("number")?.json.double, value: data.child("value")?.text,
        unit: data.child("unit")?.text), at: mention.span)
  }

  /// All components that the same words ask for.
  func group(of index: Int) -> [Int] {
    groups.first { $0.contains(index) } ?? [index]
  }

  /// "PostgreSQL database: " or nothing where the component has no words of its own.
  func subject(of index: Int) -> String {
    guard !components[index].words.isEmpty, let span = components[index].spans.first else { return "" }
    return "\(request.words(span)): "
  }

  /// What a parameter's value has to show in the resource graph.
  func checks(_ parameter: Parameter, of index: Int) throws(ExpertError) -> [ResourceExpectation] {
    let setting = components[index].settings[parameter.name]
    let context = try context(of: index, relation: setting?.relation ?? "=")
    var expectations: [ResourceExpectation] = []
    for check in parameter.checks { expectations.append(try check.expectation(context)) }
    return expectations
  }

  /// As of one, for each of several: of those with a name the one that bears it, of others as many as there are.
  func checks(_ parameter: Parameter, of indices: [Int]) throws(ExpertError) -> [ResourceExpectation] {
    guard let first = indices.first else { return [] }
    let isOne = components.count { $0.recipe == components[first].recipe } == 1
    var all: [ResourceExpectation] = []
    for index in indices {
      for var expectation in try checks(parameter, of: index) {
        if !isOne, let name = components[index].name, expectation.maximum != 0 {
          let own = "about(\"\(Identifier.label(name))\")"
          // Of the others nothing is said.
          if expectation.each == true, let condition = expectation.condition {
            all.append(
              ResourceExpectation(
                types: expectation.types, condition: "!\(own) || (\(condition))", each: true))
            expectation.each = nil
          }
          expectation.condition = expectation.condition.map { "(\($0)) && \(own)" } ?? own
        } else if indices.count > 1, expectation.minimum == 1, components[index].name == nil {
          expectation.minimum = indices.count
        }
        if !all.contains(expectation) { all.append(expectation) }
      }
    }
    return all
  }

  /// The component's parameters as the request sets them, with the recipe's own values elsewhere.
  func context(of index: Int, relation: String = "=") throws(ExpertError) -> JSONValue {
    let component = components[index]
    return CheckContext(
      try book.recipe(component.recipe), values: component.settings.mapValues(\.value), name: component.name,
      noun: component.noun, relation: relation
    ).json
  }
}
