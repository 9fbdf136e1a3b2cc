import Experts
import Basics
import Vocabulary

/// Whose a value is by the subject of its clause: what is said of something that was not understood is not given to something else.
extension IntentBuilder {
  /// So many words may stand before what a clause says of its subject.
  private static let subjectReach = 4

  /// The words before the verb of a mention's clause; nil where the clause says nothing of a subject of its own.
  private func subject(of mention: Mention) -> Range<Int>? {
    let before = request.clause(before: mention.span.lowerBound)
    let verb = before.prefix(Self.subjectReach + 1).dropFirst().first {
      lexicon.predicates.contains(request.tokens[$0].normal)
    }
    return verb.map { before.lowerBound..<$0 }
  }

  /// The words of a clause's own subject that nothing understood: "originals" in "originals are moved to Glacier after 60 days". Nil where
  /// the clause has no subject of its own, or one that names something which is built.
  func unknownSubject(of mention: Mention) -> Range<Int>? {
    guard let subject = subject(of: mention) else { return nil }
    let isKnown = subject.contains { index in
      understood.contains(index) || byToken[index] != nil
        || components.contains { component in component.spans.contains { $0.contains(index) } }
        || components.indices.contains { namePlaces(of: $0).contains { $0.contains(index) } }
    }
    guard !isKnown else { return nil }
    let telling = subject.filter {
      !lexicon.ignored.contains(request.tokens[$0].normal)
        && !lexicon.qualifiers.contains(request.tokens[$0].normal)
        && !lexicon.denial.fillers.contains(request.tokens[$0].normal)
    }
    return telling.isEmpty ? nil : subject
  }

  /// "The first" of "the first with 14 days of backups and the second without": by its place alone it is not told which of several is meant.
  private func ordinal(before mention: Mention) -> Range<Int>? {
    request.clause(before: mention.span.lowerBound).dropLast().last { index in
      let next = request.tokens[index + 1].normal
      return index > 0 && lexicon.ordinals.contains(request.tokens[index].normal)
        && (lexicon.predicates.contains(next) || Self.having.contains(next))
    }.map { $0..<$0 + 1 }
  }

  /// Leaves open what is said of what a word for a whole program stands for, where another thing would take it: "the worker has 200 GB" says
  /// nothing of the web servers.
  mutating func leaveOfProgram(_ mention: Mention, target: Int) -> Bool {
    guard let subject = subject(of: mention),
      let program = patterns.first(where: { $0.mention.span.overlaps(subject) })
    else { return false }
    let own = patterns.filter { $0.entry.adds.map(\.recipe) == program.entry.adds.map(\.recipe) }
      .map(\.mention.span)
    let isAdded = components.contains { $0.words.isEmpty && $0.spans.contains(where: own.contains) }
    guard isAdded, !components[target].spans.contains(where: own.contains) else { return false }
    ledger.leave(
      mention.words, at: mention.span, status: .unknown,
      reason: "It is said of '\(program.mention.words)', and nothing decides it there.")
    return true
  }

  /// Leaves open what is said of a subject that was not understood, where more than one thing here could have it.
  /// - Returns: false where it can be told whose it is.
  mutating func leaveOfUnknownSubject(_ mention: Mention, takers: [Int]) -> Bool {
    let isOneOfSeveral = Set(takers.map { group(of: $0) }).count > 1
    let unknown = isOneOfSeveral ? unknownSubject(of: mention) : nil
    let isSeveral = takers.count > 1 || takers.contains(where: isSeveral)
    guard let subject = unknown ?? (isSeveral ? ordinal(before: mention) : nil) else { return false }
    ledger.leave(
      mention.words, at: mention.span, status: .unknown,
      reason:
        "It is said of '\(request.words(subject))', which is not understood, and more than one thing here could have it."
    )
    return true
  }

  /// Leaves open what is said of one of several that was not understood: "two functions, resize in Python …, and notify in Node with 128 MB".
  /// - Returns: false where it is said of all of them, or can be told of which.
  mutating func leaveOfUnknownMember(_ mention: Mention, of indices: [Int]) -> Bool {
    guard indices.count > 1 || indices.contains(where: isSeveral), !isShared(mention),
      let head = unknownHead(of: mention)
    else { return false }
    ledger.leave(
      mention.words, at: mention.span, status: .unknown,
      reason:
        "It is said of '\(request.words(head))', and which of several that is is not understood."
    )
    return true
  }

  /// The first word of the member of a list that a value stands in, where nothing understands it and it is not right beside the value.
  private func unknownHead(of mention: Mention) -> Range<Int>? {
    let place = mention.span.lowerBound
    var start = place
    while start > 0, request.tokens[start - 1].clause == request.tokens[place].clause,
      !lexicon.denial.and.contains(request.tokens[start - 1].normal)
    {
      start -= 1
    }
    guard start > 0, place - start > 1 else { return nil }
    // "One with 512 MB and one with 1024 MB", where the number was read as an article.
    if Self.one.contains(request.tokens[start].normal),
      Self.having.contains(request.tokens[start + 1].normal)
    {
      return start..<start + 1
    }
    // A verb says nothing by itself, but is a name where a word that places it follows: "notify in Node".
    let isNamed =
      !lexicon.unnamed.contains(request.tokens[start].normal)
      && Self.placing.contains(request.tokens[start + 1].normal)
    guard !understood.contains(start), byToken[start] == nil,
      !found.contains(where: { $0.span.contains(start) }),
      isNamed || !lexicon.ignored.contains(request.tokens[start].normal),
      !lexicon.qualifiers.contains(request.tokens[start].normal),
      !components.indices.contains(where: { namePlaces(of: $0).contains { $0.contains(start) } }),
      request.tokens[start].word.first?.isLetter == true
    else { return nil }
    return start..<start + 1
  }

  private static let one: Set<String> = ["a", "an", "one"]
  private static let placing: Set<String> = ["in", "on", "as", "for"]

  /// Whether one component stands for a number of alike things.
  private func isSeveral(_ index: Int) -> Bool {
    components[index].settings.contains { name, setting in
      Self.counting.contains(name) && !setting.words.isEmpty && (setting.value.integer ?? 1) > 1
    }
  }

  private static let counting: Set<String> = ["count", "nodes", "instances"]

  /// The components that have a parameter for a fact.
  func takers(of fact: String) throws(ExpertError) -> [Int] {
    var takers: [Int] = []
    for index in components.indices
    where try book.recipe(components[index].recipe).parameters.contains(where: { $0.fact == fact }) {
      takers.append(index)
    }
    return takers
  }

  /// The environment that is built: production where it is named, else the one that is named first.
  var builtEnvironment: String? {
    let named = environments
    return named.contains(Self.production) ? Self.production : named.first
  }

  private static let production = "production"

  private var environments: [String] {
    mentions.compactMap { mention in
      if case .environment(let name) = mention.sense { return name }
      return nil
    }
  }

  /// Leaves out what is said of an environment beside the one that is built.
  mutating func leaveOfOtherEnvironment(_ mention: Mention) -> Bool {
    guard let built = builtEnvironment else { return false }
    let clause = request.tokens[mention.span.lowerBound].clause
    var names: Set<String> = []
    for other in mentions where request.tokens[other.span.lowerBound].clause == clause {
      if case .environment(let name) = other.sense { names.insert(name) }
    }
    guard !names.isEmpty, !names.contains(built) else { return false }
    ledger.leave(
      mention.words, at: mention.span, status: .unmet,
      reason: "It is said of \(names.sorted().joined(separator: " and ")), and \(built) is what is built.")
    return true
  }
}
