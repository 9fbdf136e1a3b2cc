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
      case "between", "minimum-maximum": try bindBounds(value, mention: mention)
      default: try bind(id, value: value, mention: mention)
      }
    }
  }

  /// A time of day belongs to the days named nearest to it; a schedule that says less never replaces one that says more.
  private mutating func bindSchedules() throws(ExpertError) {
    var schedules: [(mention: Mention, value: JSONValue)] = []
    var clocks: [(mention: Mention, value: JSONValue)] = []
    for mention in mentions {
      guard case .fact(let id, let value) = mention.sense else { continue }
      if id == "schedule" { schedules.append((mention, value)) }
      if id == "clock" { clocks.append((mention, value)) }
    }
    for clock in clocks {
      let nearest = schedules.indices.min {
        distance(schedules[$0].mention.span, right: clock.mention.span)
          < distance(schedules[$1].mention.span, right: clock.mention.span)
      }
      if let nearest, let value = ScheduleReader.moved(schedules[nearest].value, to: clock.value) {
        schedules[nearest].value = value
        schedules[nearest].mention.words += " " + clock.mention.words
        understood.formUnion(clock.mention.span)
      } else {
        schedules.append(clock)
      }
    }
    let (plain, exact) = (
      schedules.filter { $0.value == ScheduleReader.daily },
      schedules.filter { $0.value != ScheduleReader.daily }
    )
    for schedule in exact { try bind("schedule", value: schedule.value, mention: schedule.mention) }
    for schedule in plain {
      if let target = try bestTarget(for: "schedule", schedule.mention),
        components[target.index].settings[target.parameter.name]?.words.isEmpty == false
      {
        continue
      }
      try bind("schedule", value: schedule.value, mention: schedule.mention)
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
    try bind("maximum", value: .integer(high), mention: mention)
  }

  private mutating func bind(_ id: String, value: JSONValue, mention: Mention) throws(ExpertError) {
    if id == "percent", try bestTarget(for: id, mention) == nil {
      return try enterPercent(value, mention: mention)
    }
    if try bestTarget(for: id, mention) == nil,
      let implied = lexicon.implied[id], try implied.beside.map(isProvided) ?? true,
      !excluded.contains(implied.recipe)
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
    let parameter = target.parameter
    let cues = understand(parameter.cues, near: mention.span)
    guard try accepts(parameter, value: value, mention: mention) else { return }
    let relation = RelationFinder(lexicon: lexicon, request: request).relation(
      before: mention.span.lowerBound)
    let indices = narrowed(target.index, mention: mention)
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
      for (name, value) in parameter.brings {
        components[index].settings[name] = Intent.Setting(value: value, words: mention.words)
      }
    }
    let first = relation?.span.lowerBound ?? mention.span.lowerBound
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

  private func words(of mention: Mention, _ relation: Range<Int>?) -> String {
    (relation.map { request.words($0) + " " } ?? "") + mention.words
  }

  /// Of several components that one wish asks for, the one whose name stands in the clause; all where none does.
  func narrowed(_ index: Int, mention: Mention) -> [Int] {
    let all = group(of: index)
    guard all.count > 1 else { return all }
    let clause = request.tokens[mention.span.lowerBound].clause
    let words = Set(request.tokens.filter { $0.clause == clause }.map(\.normal))
    let named = all.filter { other in
      components[other].name.map { name in RequestText.words(name).allSatisfy(words.contains) } ?? false
    }
    return named.isEmpty ? all : named
  }

  private func isProvided(_ capability: String) throws(ExpertError) -> Bool {
    for component in components {
      if try book.recipe(component.recipe).provides.contains(capability) { return true }
    }
    return false
  }

  private func bestTarget(
    for id: String, _ mention: Mention
  ) throws(ExpertError) -> (index: Int, parameter: Parameter)? {
    if parts.contains(id), isOfPart(mention) { return nil }
    var best: (score: Int, index: Int, parameter: Parameter)?
    var provided: Set<String> = []
    for component in components { provided.formUnion(try book.recipe(component.recipe).provides) }
    for index in components.indices {
      let recipe = try book.recipe(components[index].recipe)
      let spans = components[index].spans + (partSpans[index] ?? [])
      let base = spans.map { reach($0, mention: mention.span) }.min() ?? 20
      for parameter in recipe.parameters where parameter.fact == id {
        if !provided.isDisjoint(with: parameter.yieldsTo) { continue }
        let hasCue = isCue(parameter.cues, near: mention.span)
        if parameter.needsCue, !hasCue { continue }
        if isAvoided(parameter.avoids, before: mention.span) { continue }
        let isSet = components[index].settings[parameter.name]?.words.isEmpty == false
        let score =
          base + (hasCue ? cueScore(parameter.cues, near: mention.span) : parameter.cues.isEmpty ? 0 : 4)
          + (isSet && id != "days" ? 40 : 0)
        if let best, best.score <= score { continue }
        // What only a later sentence speaks of is not what this one gives a number to.
        if base >= 100 { continue }
        best = (score, index, parameter)
      }
    }
    return best.map { ($0.index, $0.parameter) }
  }

  /// Whether the clause says before the number that it is about something else: "to Glacier after 90 days" deletes nothing.
  private func isAvoided(_ words: [String], before span: Range<Int>) -> Bool {
    let clause = request.tokens[span.lowerBound].clause
    let avoided = Set(words.flatMap { RequestText.words($0) })
    var index = span.lowerBound - 1
    while index >= 0, request.tokens[index].clause == clause, span.lowerBound - index <= 6 {
      if ["and", "then"].contains(request.tokens[index].normal) { return false }
      if avoided.contains(request.tokens[index].normal) { return true }
      index -= 1
    }
    return false
  }

  /// The distance, and more where the component is only spoken of later: a number belongs to what stands before it.
  private func reach(_ span: Range<Int>, mention: Range<Int>) -> Int {
    let (here, there) = (request.tokens[mention.lowerBound], request.tokens[span.lowerBound])
    let isLater = span.lowerBound >= mention.upperBound && there.clause > here.clause
    return distance(span, right: mention) + (isLater ? 12 : 0) + (there.sentence > here.sentence ? 100 : 0)
  }

  /// Facts that a part may have of its own, which no recipe sets: the addresses of a subnet are not the network's.
  private var parts: Set<String> { ["cidr"] }

  /// Whether a part stands nearer than anything that is built as a whole.
  private func isOfPart(_ mention: Mention) -> Bool {
    let own = components.flatMap(\.spans).map { distance($0, right: mention.span) }.min() ?? 100
    let part = partSpans.values.flatMap { $0 }.map { distance($0, right: mention.span) }.min() ?? 100
    return part < own
  }

  /// The words that say what a number is about are understood with it.
  @discardableResult
  private mutating func understand(_ cues: [String], near span: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    let words = Set(cues.flatMap { RequestText.words($0) })
    let sentence = request.tokens[span.lowerBound].sentence
    for index in max(span.lowerBound - 7, 0)..<min(span.upperBound + 4, request.tokens.count)
    where request.tokens[index].sentence == sentence && words.contains(request.tokens[index].normal) {
      understood.insert(index)
      if !span.contains(index) { found.append(index..<(index + 1)) }
    }
    return found
  }

  private func isCue(_ cues: [String], near span: Range<Int>) -> Bool {
    !matched(cues, near: span).isEmpty
  }

  /// A word that carries no wish of its own, as "kept", says less than one that does, as "logs".
  private func cueScore(_ cues: [String], near span: Range<Int>) -> Int {
    let found = matched(cues, near: span)
    let strong = found.filter { !lexicon.ignored.contains($0) }.count
    return (strong > 0 ? -14 : -6) - 2 * (found.count - 1)
  }

  private func matched(_ cues: [String], near span: Range<Int>) -> Set<String> {
    guard !cues.isEmpty else { return [] }
    let sentence = request.tokens[span.lowerBound].sentence
    let words = Set(cues.flatMap { RequestText.words($0) })
    let near = max(span.lowerBound - 7, 0)..<min(span.upperBound + 4, request.tokens.count)
    return Set(
      near.map { request.tokens[$0] }.filter { $0.sentence == sentence && words.contains($0.normal) }
        .map(\.normal))
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
