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
        if let off = switchedOff(behind: mention) {
          try deny(lexicon.attributes[index], words: request.words(off), object: mention, at: off)
          continue
        }
        if leaveOfOtherEnvironment(mention) { continue }
        try bind(lexicon.attributes[index], mention: mention)
      case .environment(let name):
        environment = builtEnvironment
        if let environment, name != environment, !ledger.isCovered(mention.span),
          !understood.isSuperset(of: mention.span)
        {
          ledger.leave(
            mention.words, at: mention.span, status: .unmet,
            reason: "One environment is built, \(environment), and not one of its own for this.")
        }
      default: continue
      }
    }
  }

  /// "minor upgrades off", "versioning disabled": a word behind that denies it.
  private func switchedOff(behind mention: Mention) -> Range<Int>? {
    var index = mention.span.upperBound
    while index < request.tokens.count,
      ["is", "are", "be", "turned", "switched", "must", "shall", "should"].contains(
        request.tokens[index].normal)
    {
      index += 1
    }
    guard index < request.tokens.count,
      request.tokens[index].clause == request.tokens[mention.span.lowerBound].clause,
      lexicon.denial.off.contains(request.tokens[index].normal)
    else { return nil }
    return mention.span.lowerBound..<index + 1
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
    if leaveOfUnknownSubject(mention, takers: takers.map(\.index)) { return }
    let isOfPattern = patterns.contains {
      $0.lead.start..<$0.mention.span.upperBound ~= mention.span.lowerBound
    }
    let before = takers.filter { isBeside($0.index, mention: mention) }.min {
      ($0.score, $0.index) < ($1.score, $1.index)
    }
    if before == nil, let owner = owner(of: mention, nearest: nearest) {
      return ledger.leave(
        mention.words, at: mention.span, status: .unknown,
        reason: "It is said of '\(components[owner].words)', and nothing decides it there.")
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

  /// What stands before an attribute in its sentence and cannot have it, where only something that comes later can: "a warehouse, encrypted
  /// with our own key, logging to a bucket" says nothing of the bucket's key. Nil where the attribute may be of the later one.
  private func owner(of mention: Mention, nearest: (score: Int, index: Int)) -> Int? {
    let isLater = components[nearest.index].spans.allSatisfy { $0.lowerBound >= mention.span.upperBound }
    guard isLater, nearest.score > Self.adjective, partSpans[nearest.index] == nil, !isOfAll(mention) else {
      return nil
    }
    let clause = request.tokens[mention.span.lowerBound].clause
    // A clause of the later one's own: "encrypted at rest, two buckets".
    if components[nearest.index].spans.contains(where: { request.tokens[$0.lowerBound].clause == clause }) {
      return nil
    }
    return components.indices.filter { !components[$0].words.isEmpty && isBeside($0, mention: mention) }
      .min { distance(of: $0, mention) < distance(of: $1, mention) }
  }

  /// So many words at most lie between an adjective and its noun.
  private static let adjective = 2

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
    if attribute.isOfNearest || attribute.prefersNearest {
      var near: Int?
      for index in components.indices where isBeside(index, mention: mention) {
        // What the network's parts are in is the network itself.
        if try book.recipe(components[index].recipe).provides.contains("network") { continue }
        if near.map({ distance(of: index, mention) < distance(of: $0, mention) }) ?? true { near = index }
      }
      if let near {
        types = Set(try book.recipe(components[near].recipe).types)
      } else if attribute.isOfNearest {
        return
      }
      if attribute.prefersNearest, let own = types,
        attribute.checks.allSatisfy({ own.isDisjoint(with: $0.types) })
      {
        types = nil
      }
    }
    var expectations: [ResourceExpectation] = []
    for check in attribute.checks {
      var expectation = try check.expectation(.object([]))
      if let types { expectation.types = expectation.types.filter(types.contains) }
      if !expectation.types.isEmpty { expectations.append(expectation) }
    }
    guard !expectations.isEmpty else {
      if attribute.constraint != nil {
        ledger.leave(
          mention.words, at: mention.span, status: .unknown,
          reason: "It is understood, and nothing decides whether it is there.")
      }
      return
    }
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
}
