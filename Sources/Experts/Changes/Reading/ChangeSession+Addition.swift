import ResourceGraph
import HCL
import ProviderSchemas
import Requirements
import Vocabulary

extension ChangeSession {
  /// Adds what is not there: a part of something that is, or a resource of its own.
  mutating func readAddition(_ clause: ChangeClause) {
    let about = tail(of: clause.span)
    let head = clause.span.lowerBound..<(about.map { $0.lowerBound - 1 } ?? clause.span.upperBound)
    // A part that is spoken of as such: "a read replica", "versioning".
    if let part = partTarget(clause, about: about) {
      guard let words = add(part.part, to: part.item, clause: clause) else { return }
      last = [part.item]
      leaveRest(of: clause, used: words + part.words)
      return
    }
    guard let mention = mention(in: head.isEmpty ? clause.span : head) else {
      // Nothing of its own is named: an argument of what is there.
      readSetting(clause)
      return
    }
    compose(mention, clause: clause, about: about)
  }

  private func partTarget(
    _ clause: ChangeClause, about: Range<Int>?
  ) -> (part: PartCatalog.Part, item: PresentConfiguration.Item, words: [Int])? {
    for part in parts.all {
      guard let place = part.place(in: clause.whole, of: text) else { continue }
      let owners = present.items(of: part.owner)
      if owners.count == 1, let only = owners.first {
        let words: [Int]
        if case .found(_, let found) = finder.find(in: about ?? clause.span) {
          words = found
        } else {
          words = []
        }
        return (part, only, place + words)
      }
      if let about, case .found(let items, let words) = finder.find(in: about), items.count == 1,
        let item = items.first, item.type == part.owner
      {
        return (part, item, place + words)
      }
    }
    return nil
  }

  /// Adds a part, which is done already where it is there; the words that it used, or nil.
  mutating func add(
    _ part: PartCatalog.Part, to item: PresentConfiguration.Item, clause: ChangeClause
  ) -> [Int]? {
    if part.type != part.owner, let known = present.referrers(of: item).first(where: { $0.type == part.type })
    {
      leave(
        clause, status: .unmet,
        reason: "\(known.address) is there already; say what is to change of it.")
      return nil
    }
    let label = label(part.label(of: item), type: part.type)
    guard let source = part.source(of: item, label: label) else {
      leave(clause, status: .unmet, reason: "\(item.address) is made several times; say it of one.")
      return nil
    }
    reading.changes.append(
      .append(file: item.file, source: source, addresses: BlockTexts([item.file: source]).texts.keys.sorted())
    )
    reading.lines.append(
      ChangeReading.Line(
        ranges: ranges(clause), text: "\(part.title) of \(item.address)", kind: .exists,
        expectations: [
          ResourceExpectation(
            types: [part.type],
            condition: "label == \(quotedSource(label)) && about(\(quotedSource(item.label)))")
        ]))
    return (part.place(in: clause.whole, of: text) ?? []) + text.tokens(ofTypes: [part.type], in: clause.span)
  }

  /// The type that words name, with their places and how many.
  private func mention(in span: Range<Int>) -> (type: String, words: [Int], count: Int)? {
    let families = Set(present.types.compactMap { ProviderSchema.shipped(ofType: $0)?.source })
    let schemas = ProviderSchema.shipped.filter { families.isEmpty || families.contains($0.source) }
    let words = RequestWords(text.text(of: span), terms: terms)
    for schema in schemas {
      let finder = TypeMentionFinder(vocabulary: TypeVocabulary(schema), terms: terms)
      // The type of which most is said is what is asked for; where that is the same, the first.
      let all = finder.mentions(in: words)
      let told = all.map { mention in RequestWords.normal(mention.type).count { words.context.contains($0) } }
      guard let most = told.max(), let index = told.firstIndex(of: most) else { continue }
      let found = all[index]
      let tokens = text.tokens(touching: found.places.map { words.ranges[$0] }, in: span)
      return (found.type, tokens, found.count)
    }
    return nil
  }

  mutating func compose(
    _ mention: (type: String, words: [Int], count: Int), clause: ChangeClause, about: Range<Int>?
  ) {
    guard let schema = present.schema(of: mention.type) else { return }
    guard mention.count == 1 else {
      leave(
        clause, status: .unmet,
        reason: "\(mention.count) at once are not written; ask for each with what sets it apart.")
      return
    }
    var used = Set(mention.words).union(text.tokens(ofTypes: [mention.type], in: clause.span))
    let name = givenName(in: clause.span, used: &used)
    let given = settings(of: mention.type, schema: schema, clause: clause, used: &used)
    var beside: [PresentConfiguration.Item] = []
    if let about, case .found(let items, let words) = finder.find(in: about) {
      beside = items
      used.formUnion(words)
    } else if let about, case .several(let items, _) = finder.find(in: about) {
      let names = items.prefix(6).map(\.address).joined(separator: ", ")
      leave(clause, status: .unmet, reason: "It could belong to any of \(names), so nothing was added.")
      return
    }
    let kind = mention.type.split(separator: "_").dropFirst().suffix(2).joined(separator: "_")
    let label = label(name ?? kind, type: mention.type)
    let composition = ResourceComposer(
      type: mention.type, label: label, name: name, present: present, schema: schema,
      references: ReferenceFinder(present: present, terms: terms), settings: given, beside: beside,
      completions: parts.completions(of: mention.type, given: given)
    ).composition()
    guard composition.variables.count <= Self.openAtMost else {
      let missing = composition.variables.map { $0.dropFirst(label.count + 1).replacing("_", with: " ") }
      leave(
        clause, status: .unmet,
        reason:
          "\(mention.type) needs more than is said, so nothing was added: \(missing.joined(separator: ", "))."
      )
      return
    }
    reading.changes.append(
      .append(
        file: present.file(for: mention.type), source: composition.source,
        addresses: [composition.address] + composition.variables.map { "var.\($0)" }))
    reading.assumptions += composition.assumptions
    for variable in composition.variables {
      reading.questions.append(
        "Which value does var.\(variable) get? Nothing in the request or the configuration tells it.")
    }
    var conditions = ["label == \(quotedSource(label))"]
    if let name { conditions.append("has_value(\(quotedSource(name)))") }
    for (path, value) in given.sorted(by: { $0.key.joined() < $1.key.joined() }) {
      if case .list = value { continue }
      conditions.append(Self.holds(path, value: value))
    }
    reading.lines.append(
      ChangeReading.Line(
        ranges: ranges(clause), text: "\(composition.address) is there", kind: .exists,
        expectations: [
          ResourceExpectation(types: [mention.type], condition: conditions.joined(separator: " && "))
        ],
        gap: composition.variables.isEmpty
          ? nil
          : Requirement.Gap(
            status: .unknown,
            reason:
              "It needs a value for \(composition.variables.map { "var.\($0)" }.joined(separator: ", ")).")))
    leaveRest(of: clause, used: used)
  }

  /// A resource of which more is open is not worth adding.
  private static let openAtMost = 1

  private func givenName(in span: Range<Int>, used: inout Set<Int>) -> String? {
    for index in span {
      let isLed = index > span.lowerBound && vocabulary.holds(text.tokens[index - 1].word, in: "names")
      guard isLed, !used.contains(index) else { continue }
      used.formUnion([index - 1, index])
      return text.tokens[index].raw
    }
    guard let quoted = span.first(where: { text.tokens[$0].isQuoted && !used.contains($0) }) else {
      return nil
    }
    used.insert(quoted)
    return text.tokens[quoted].raw
  }

  /// Arguments that the words give, each with the value beside its words.
  private func settings(
    of type: String, schema: (provider: ProviderSchema, block: BlockSchema), clause: ChangeClause,
    used: inout Set<Int>
  ) -> [[String]: Value] {
    let arguments = ArgumentFinder(
      provider: schema.provider, block: schema.block, text: text, vocabulary: vocabulary)
    let reader = ValueReader(
      text: text, vocabulary: vocabulary, constraints: ConstraintSet.shipped.constraints(for: type))
    var found: [[String]: Value] = [:]
    for index in clause.span where !used.contains(index) {
      guard let match = arguments.argument(ofForm: text.tokens[index]) else { continue }
      found[match.path] = .string(text.tokens[index].raw)
      used.insert(index)
    }
    for _ in 0..<12 {
      let free = clause.span.filter {
        !used.contains($0) && !vocabulary.holds(text.tokens[$0].word, in: "plain")
      }
      guard let match = arguments.find(in: free), found[match.path] == nil, let first = match.words.first,
        let last = match.words.last
      else { break }
      let near = clause.span.filter { index in
        !used.contains(index) && !match.words.contains(index) && index >= first - 2 && index <= last + 4
      }
      let setting = ChangeClause(verb: .set, action: "set", span: clause.span, verbSpan: clause.verbSpan)
      let read = reader.value(of: match, in: near, clause: setting, current: nil)
      guard let value = read ?? reader.text(behind: last, for: match, in: near) else { break }
      found[match.path] = value.value
      used.formUnion(match.words + value.words)
    }
    return found
  }
}
