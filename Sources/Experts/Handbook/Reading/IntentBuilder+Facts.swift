import Experts
import Basics
import Vocabulary

extension IntentBuilder {
  /// Gives each number, size, schedule and address to the component and parameter it belongs to.
  mutating func bindFacts() throws(ExpertError) {
    try bindSchedules()
    for mention in mentions {
      if case .money(let money) = mention.sense { try bindMoney(money, mention: mention) }
      guard case .fact(let id, let value) = mention.sense else { continue }
      switch id {
      case "schedule", "clock": continue
      case "between", "minimum-maximum", "scale-bounds":
        if try bestTarget(for: "scale-minimum", mention) == nil { try bindBounds(value, mention: mention) }
      default: try bind(id, value: value, mention: mention)
      }
    }
    // A number of copies that is said besides an autoscaler's bounds is taken first.
    for mention in mentions {
      guard case .fact(let id, let value) = mention.sense,
        ["between", "minimum-maximum", "scale-bounds"].contains(id),
        try bestTarget(for: "scale-minimum", mention) != nil
      else { continue }
      try bindScale(value, mention: mention)
    }
  }

  /// The bounds of an autoscaler, which are its own where something has one; else those of the copies.
  private mutating func bindScale(_ value: JSONValue, mention: Mention) throws(ExpertError) {
    guard let low = value[0]?.integer, let high = value[1]?.integer, low <= high,
      let target = try bestTarget(for: "scale-minimum", mention)
    else { return try bindBounds(value, mention: mention) }
    try bind("scale-minimum", value: .integer(low), mention: mention)
    try bind("maximum", value: .integer(high), mention: mention)
    for index in group(of: target.index) where components[index].settings["replicas"] == nil {
      guard try book.recipe(components[index].recipe).parameter("replicas") != nil, low > 0 else { continue }
      components[index].settings["replicas"] = Intent.Setting(value: .integer(low), words: mention.words)
    }
  }

  /// An amount beside a budget's notice is the notice's, not a limit for the whole.
  private mutating func bindMoney(_ money: Mention.Money, mention: Mention) throws(ExpertError) {
    for index in components.indices {
      guard try book.recipe(components[index].recipe).provides.contains("budget"),
        components[index].spans.contains(where: { distance($0, right: mention.span) <= 4 })
      else { continue }
      components[index].settings["limit"] = Intent.Setting(
        value: FormFinder.json(money.amount), words: mention.words)
      noticed.insert(mention.span.lowerBound)
      if let parameter = try book.recipe(components[index].recipe).parameter("limit") {
        ledger.require(
          subject(of: index) + mention.words, at: [mention.span],
          expectations: try checks(parameter, of: index),
          kind: .property)
      }
    }
  }

  private mutating func bindBounds(_ value: JSONValue, mention: Mention) throws(ExpertError) {
    guard let low = value[0]?.integer, let high = value[1]?.integer else { return }
    guard low <= high else {
      throw ExpertError(
        .contradiction, summary: "The request contradicts itself",
        detail: "'\(mention.words)': the least, \(low), is more than the most, \(high). Swap or correct them."
      )
    }
    var fact = "count"
    for other in ["count", "nodes", "replicas"] where try bestTarget(for: other, mention) != nil {
      fact = other
      break
    }
    try bind(fact, value: .integer(low), mention: mention)
    // Each bound is a line of its own: where the least cannot be had, the most may be met.
    var most = mention
    most.words = "at most \(high)"
    try bind("maximum", value: .integer(high), mention: ledger.isOpen(mention.span) ? most : mention)
  }

  mutating func bind(_ id: String, value: JSONValue, mention: Mention) throws(ExpertError) {
    if leaveOfOtherEnvironment(mention) { return }
    if id == "percent", try bestTarget(for: id, mention) == nil {
      return try enterPercent(value, mention: mention)
    }
    if try bestTarget(for: id, mention) == nil,
      let implied = lexicon.implied[id], try implied.beside.map(isProvided) ?? true,
      try isFor(implied.beside, mention: mention),
      !excluded.contains(implied.recipe),
      RecipeBook.isForManifests(implied.recipe) || usesMainCloud
    {
      groups.append([components.count])
      components.append(
        Intent.Component(
          recipe: implied.recipe, name: nil, noun: nil, words: "", spans: [mention.span], settings: [:]))
    }
    guard let target = try bestTarget(for: id, mention) else {
      ledger.ask("'\(mention.words)' belongs to nothing that was understood; what is it about?")
      ledger.leave(
        mention.words, at: mention.span, status: .unknown,
        reason: "It belongs to nothing that was understood.")
      return
    }
    if leaveOfProgram(mention, target: target.index) { return }
    // A word of what the number is about is its subject: "logs are kept".
    if !hasStrongCue(target.parameter.cues, before: mention.span),
      leaveOfUnknownSubject(mention, takers: try takers(of: id))
    {
      return
    }
    try bind(value, to: target, id: id, mention: mention)
    if isOfNobody(mention), target.parameter.needsCue {
      general.append(
        Intent.General(
          fact: id, cues: matched(target.parameter.cues, near: mention.span).subtracting(lexicon.ignored),
          value: value, words: mention.words))
    }
    for other in try others(than: target.index, for: id, by: mention) {
      try bind(value, to: other, id: id, mention: mention)
    }
  }

  private mutating func bind(
    _ value: JSONValue, to target: (index: Int, parameter: Parameter), id: String, mention: Mention
  ) throws(ExpertError) {
    let parameter = target.parameter
    let value = value.string.flatMap { parameter.completes[$0] }.map { .string($0) } ?? value
    let cues = understand(parameter.cues, near: mention.span)
    guard try accepts(parameter, value: value, mention: mention) else { return }
    let relation = RelationFinder(lexicon: lexicon, request: request).relation(
      before: mention.span.lowerBound)
    let indices = narrowed(target.index, mention: mention)
    if leaveOfUnknownMember(mention, of: indices) { return }
    if let known = indices.compactMap({ components[$0].settings[parameter.name] }).first(where: {
      !$0.words.isEmpty && $0.value != value
    }) {
      ledger.leave(
        subject(of: target.index) + mention.words, at: mention.span, status: .unmet,
        reason: "'\(known.words)' is taken for it, and there is room for one value.")
      return
    }
    for index in indices {
      components[index].settings[parameter.name] = Intent.Setting(
        value: value, words: mention.words, relation: relation?.symbol ?? "=")
      for (name, value) in parameter.alsoSets
      where components[index].settings[name]?.words.isEmpty ?? true {
        components[index].settings[name] = Intent.Setting(value: value, words: mention.words)
      }
    }
    let first = relation?.span.lowerBound ?? mention.span.lowerBound
    // "after 180 days": the word belongs to the number.
    if first > 0, Self.leads.contains(request.tokens[first - 1].normal), request.isPlainGap(before: first) {
      understood.insert(first - 1)
    }
    let span = first..<mention.span.upperBound
    let expectations = try checks(parameter, of: indices)
    if !expectations.isEmpty {
      let kind: ClaimKind = parameter.constraint?.kind == "retention" ? .durability : .property
      ledger.require(
        subject(of: target.index) + words(of: mention, relation?.span), at: [span] + cues,
        expectations: expectations,
        kind: kind)
    }
    if let constraint = parameter.constraint, let kind = Constraint.Kind(rawValue: constraint.kind) {
      ledger.constrain(
        Constraint(
          id: "", kind: kind, text: mention.words, relation: constraint.relation, number: value.double,
          value: value.string, unit: constraint.unit), at: mention.span)
    }
  }

  private static let leads: Set<String> = ["after", "for", "of", "with", "within", "at", "every"]

  private func words(of mention: Mention, _ relation: Range<Int>?) -> String {
    (relation.map { request.words($0) + " " } ?? "") + mention.words
  }

  /// Of several components that one wish asks for, those whose names stand right before in the sentence, else those with a name in the
  /// clause; all where none has.
  func narrowed(_ index: Int, mention: Mention) -> [Int] {
    let siblings = families.first { $0.contains(index) }
    let all = isShared(mention) ? siblings ?? group(of: index) : group(of: index)
    guard all.count > 1 else { return all }
    if isShared(mention) { return all }
    if let named = namedBefore(mention.span.lowerBound, among: all) { return named }
    let clause = request.tokens[mention.span.lowerBound].clause
    let words = Set(request.tokens.filter { $0.clause == clause }.map(\.normal))
    let named = all.filter { other in
      components[other].name.map { name in RequestText.words(name).allSatisfy(words.contains) } ?? false
    }
    return named.isEmpty ? all : named
  }

  /// Whether something of the main cloud is meant, or nothing says that it is not.
  private var usesMainCloud: Bool {
    !Setting(request, lexicon: lexicon).isKubernetesOnly
      || components.contains { !RecipeBook.isForManifests($0.recipe) }
  }

  /// Whether the clause before a fact names nothing, or something that has a capability: "a delivery stream … every 5 minutes" starts no
  /// function.
  private func isFor(_ capability: String?, mention: Mention) throws(ExpertError) -> Bool {
    guard let capability else { return true }
    let clause = request.tokens[mention.span.lowerBound].clause
    var names = false
    for component in components where !component.words.isEmpty {
      let isHere = component.spans.contains {
        $0.upperBound <= mention.span.lowerBound && request.tokens[$0.lowerBound].clause == clause
      }
      guard isHere else { continue }
      names = true
      if try book.recipe(component.recipe).provides.contains(capability) { return true }
    }
    return !names
  }

  private func isProvided(_ capability: String) throws(ExpertError) -> Bool {
    for component in components {
      if try book.recipe(component.recipe).provides.contains(capability) { return true }
    }
    return false
  }

  /// Says in a question why a value cannot be taken.
  private mutating func accepts(
    _ parameter: Parameter, value: JSONValue, mention: Mention
  ) throws(ExpertError) -> Bool {
    if let number = value.double {
      if let minimum = parameter.minimum, number < minimum {
        let reason =
          "'\(mention.words)' is less than the least that is possible, \(FormFinder.json(minimum).compact)."
        ledger.ask(reason)
        ledger.leave(mention.words, at: mention.span, status: .unmet, reason: reason)
        return false
      }
      if let maximum = parameter.maximum, number > maximum {
        let reason =
          "'\(mention.words)' is more than the most that is possible, \(FormFinder.json(maximum).compact)."
        ledger.ask(reason)
        ledger.leave(mention.words, at: mention.span, status: .unmet, reason: reason)
        return false
      }
    }
    guard let text = value.string, let pattern = parameter.pattern else { return true }
    do {
      if try Regex(pattern).wholeMatch(in: text) != nil { return true }
    } catch {
      throw ExpertError(
        .failed, summary: "A file of the handbook is broken",
        detail: "The pattern '\(pattern)' cannot be read.")
    }
    ledger.ask("'\(mention.words)' is not a value that can be used here.")
    ledger.leave(
      mention.words, at: mention.span, status: .unmet, reason: "It is not a value that can be used here.")
    return false
  }

  private mutating func enterPercent(_ value: JSONValue, mention: Mention) throws(ExpertError) {
    guard let number = value.double, number >= 90, number <= 100 else {
      ledger.ask("'\(mention.words)' belongs to nothing that was understood; what is it about?")
      ledger.leave(
        mention.words, at: mention.span, status: .unknown,
        reason: "It belongs to nothing that was understood.")
      return
    }
    ledger.leave(
      mention.words, at: mention.span, status: .unknown, reason: "Nothing decides an availability in percent."
    )
    ledger.constrain(
      Constraint(
        id: "", kind: .availability, text: mention.words, relation: ">=", number: number, unit: "%"),
      at: mention.span)
    if number >= 99.9 { try applyToAll("highly-available", mention: mention) }
  }
}
