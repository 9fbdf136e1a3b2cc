import ResourceGraph
import HCL
import ProviderSchemas
import Vocabulary

extension ChangeSession {
  /// Changes arguments of what is there.
  mutating func readSetting(_ clause: ChangeClause) {
    if clause.verb == .tag {
      readTags(clause)
      return
    }
    let lead = valueLead(of: clause)
    let subject = clause.span.lowerBound..<(lead ?? clause.span.upperBound)
    let rest = lead.map { $0 + 1..<clause.span.upperBound } ?? subject
    let about = tail(of: subject) ?? (isNone(subject) ? tail(of: rest) : nil) ?? subject
    let vocabulary = vocabulary, present = present, text = text
    guard !subject.isEmpty,
      let target = target(
        of: clause, in: about,
        fits: { item in
          guard let schema = present.schema(of: item.type) else { return false }
          let arguments = ArgumentFinder(
            provider: schema.provider, block: schema.block, text: text, vocabulary: vocabulary)
          return arguments.find(in: Array(subject)) != nil
            || arguments.argument(ofForm: clause.span.map { text.tokens[$0] }) != nil
        })
    else { return }
    var used: Set<Int> = Set(target.words)
    var isDone = false
    for item in target.items {
      guard let words = set(item, target: target.words, clause: clause, lead: lead) else { continue }
      used.formUnion(words)
      isDone = true
    }
    if isDone { leaveRest(of: clause, used: used) }
  }

  private func isNone(_ span: Range<Int>) -> Bool {
    if case .none = finder.find(in: span) { true } else { false }
  }

  /// The last word that leads to a value: "to", "as", "=".
  private func valueLead(of clause: ChangeClause) -> Int? {
    clause.span.dropFirst().last { index in
      guard index + 1 < clause.span.upperBound else { return false }
      let word = text.tokens[index].raw.lowercased()
      // "on 50 GB" is how other languages say it.
      let isNumber = text.tokens[index + 1].raw.first?.isNumber ?? false
      return vocabulary.holds(word, in: "values") || (isNumber && ["on", "a", "at"].contains(word))
    }
  }

  /// The words that decided the argument and its value; nil where nothing was decided, which a line then says.
  private mutating func set(
    _ item: PresentConfiguration.Item, target: [Int], clause: ChangeClause, lead: Int?
  ) -> [Int]? {
    guard let schema = present.schema(of: item.type) else {
      leave(
        clause, status: .unknown, reason: "No schema of \(item.type) is here, so its arguments are not known."
      )
      return nil
    }
    if clause.verb != .disable, let part = parts.part(for: item.type, in: clause.whole, of: text) {
      return add(part, to: item, clause: clause)
    }
    let arguments = ArgumentFinder(
      provider: schema.provider, block: schema.block, text: text, vocabulary: vocabulary)
    let before = clause.span.filter { $0 < (lead ?? clause.span.upperBound) }
    let free = before.filter { !target.contains($0) }
    let behind = clause.span.filter { index in lead.map { index > $0 } ?? false }
    let verb = Array(clause.verbSpan)
    let formed = clause.span.map { text.tokens[$0] }
    let match =
      arguments.find(in: free) ?? arguments.find(in: behind) ?? arguments.find(in: before)
      ?? arguments.find(in: verb) ?? arguments.argument(ofForm: formed)
    guard let match else {
      leave(
        clause, status: .unmet,
        reason: "\(item.type) has no argument that these words name, so nothing was changed.")
      return nil
    }
    let constraints = ConstraintSet.shipped.constraints(for: item.type)
    let reader = ValueReader(text: text, vocabulary: vocabulary, constraints: constraints)
    let valueWords = clause.span.filter { !match.words.contains($0) && !target.contains($0) }
    let current = present.graph.resources.first { $0.blockAddress == item.address }?.value(at: match.path)
    guard let value = reader.value(of: match, in: valueWords, clause: clause, current: current) else {
      let accepted = constraints.flatMap { $0.values }.first { $0.path == match.path.joined(separator: ".") }
      let choice = accepted.map { " It takes \($0.texts.prefix(8).joined(separator: ", "))." } ?? ""
      leave(
        clause, status: .unmet,
        reason: "No value for \(match.path.joined(separator: ".")) of \(item.address) is understood.\(choice)"
      )
      return nil
    }
    apply(value.value, at: match.path, to: item, current: current)
    reading.lines.append(
      ChangeReading.Line(
        ranges: ranges(clause),
        text: "\(match.path.joined(separator: ".")) of \(item.address) is \(value.value.source)",
        kind: .property,
        expectations: [
          ResourceExpectation(
            types: [item.type],
            condition: Self.condition(label: item.label, path: match.path, value: value.value))
        ]))
    return match.words + value.words
  }

  private mutating func apply(
    _ value: Value, at path: [String], to item: PresentConfiguration.Item, current: Value?
  ) {
    if let current, current == value { return }
    if let variable = present.decidingVariable(path, in: item) {
      reading.changes.append(.setDefault(variable: variable, source: value.source))
      reading.assumptions.append(
        "var.\(variable) decides \(path.joined(separator: ".")) of \(item.address) and nothing else, so its default changes."
      )
    } else {
      reading.changes.append(.set(address: item.address, path: path, source: value.source))
    }
    reading.changes += parts.followers(of: path, on: item, value: value)
  }

  /// "tag X with K=V": a pair of each word with a sign between.
  private mutating func readTags(_ clause: ChangeClause) {
    let lead = clause.span.first { ["with", "as"].contains(text.tokens[$0].word) } ?? clause.span.upperBound
    let subject = clause.span.lowerBound..<lead
    guard !subject.isEmpty, let target = target(of: clause, in: subject) else { return }
    var pairs: [(key: String, value: String, word: Int)] = []
    for index in clause.span where index > lead {
      let parts = text.tokens[index].raw.split(separator: "=", maxSplits: 1).map(String.init)
      if parts.count == 2 { pairs.append((parts[0], parts[1].filter { $0 != "\"" }, index)) }
    }
    guard !pairs.isEmpty else {
      leave(clause, status: .unmet, reason: "No tag is understood; write each as KEY=VALUE.")
      return
    }
    for item in target.items {
      guard present.schema(of: item.type)?.block.attributes["tags"] != nil else {
        leave(clause, status: .unmet, reason: "\(item.type) bears no tags.")
        continue
      }
      guard tag(item, with: pairs.map { ($0.key, $0.value) }) else {
        leave(
          clause, status: .unmet,
          reason: "The tags of \(item.address) are worked out by an expression, which was left as it is.")
        continue
      }
      for pair in pairs {
        reading.lines.append(
          ChangeReading.Line(
            ranges: ranges(clause), text: "\(item.address) is tagged \(pair.key) = \(pair.value)",
            kind: .naming,
            expectations: [
              ResourceExpectation(
                types: [item.type],
                condition:
                  "label == \(quotedSource(item.label)) && try(self.tags[\(quotedSource(pair.key))], null) == \(quotedSource(pair.value))"
              )
            ]))
      }
    }
    leaveRest(of: clause, used: target.words + pairs.map(\.word) + [lead])
  }

  /// False where the tags are no object that a key could be added to.
  private mutating func tag(
    _ item: PresentConfiguration.Item, with pairs: [(key: String, value: String)]
  ) -> Bool {
    guard let written = present.expression(["tags"], in: item.block) else {
      let members = Dictionary(pairs.map { ($0.key, Value.string($0.value)) }, uniquingKeysWith: { $1 })
      reading.changes.append(
        .set(address: item.address, path: ["tags"], source: Value.object(members).source))
      return true
    }
    guard case .object = written.kind else { return false }
    for pair in pairs {
      reading.changes.append(
        .set(address: item.address, path: ["tags", pair.key], source: quotedSource(pair.value)))
    }
    return true
  }
}
