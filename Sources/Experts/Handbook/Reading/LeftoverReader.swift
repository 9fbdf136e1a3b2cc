import Clouds
import Experts
import Vocabulary

/// Turns what no rule understood, and what was understood and decided nowhere, into requirements that are open: nothing of a
/// request is dropped in silence, and none of it is only a question.
struct LeftoverReader {
  let lexicon: Lexicon
  let request: RequestText
  let mentions: [Mention]
  let understood: Set<Int>

  private static let limit = 30
  /// Between two stretches in one clause so many plain words may stand, and they are told as one.
  private static let bridge = 3

  func read(into ledger: inout BriefBuilder) throws(ExpertError) {
    for preference in preferences() { ledger.prefer(preference) }
    for mention in mentions
    where !ledger.isCovered(mention.span) && !understood.isSuperset(of: mention.span) {
      name(mention, into: &ledger)
    }
    var phrases: [(words: String, run: Range<Int>)] = []
    for run in runs(covered: ledger.covered) {
      let words = request.words(run)
      if !phrases.contains(where: { $0.words == words }) { phrases.append((words, run)) }
    }
    for phrase in phrases.prefix(Self.limit) {
      ledger.leave(
        phrase.words, at: phrase.run, status: .unknown,
        reason: "It is not understood, so nothing decides whether it is there.")
      ledger.ask("Not understood: '\(phrase.words)'. What should it change?")
    }
    if phrases.count > Self.limit {
      let rest = phrases.dropFirst(Self.limit)
      let words = rest.prefix(40).map { "'\($0.words)'" }.joined(separator: ", ")
      ledger.leave(
        "\(rest.count) more: \(words)", at: rest.first?.run ?? 0..<0, status: .unknown,
        reason: "They are not understood, so nothing decides whether they are there.")
      ledger.ask("Also not understood: \(words).")
    }
  }

  /// What has a name that the lexicon knows and no line of the ledger.
  private func name(_ mention: Mention, into ledger: inout BriefBuilder) {
    switch mention.sense {
    case .unsupported(let name):
      ledger.ask("There is no recipe for '\(mention.words)'; it is not part of the drafts. Is it needed?")
      if let type = lexicon.typesOfUnsupported[name] {
        ledger.require(
          mention.words, at: [mention.span], expectations: [ResourceExpectation(types: [type])], kind: .exists
        )
      } else {
        ledger.leave(
          mention.words, at: mention.span, status: .unmet,
          reason: "There is no recipe for it, and nothing that would show it.")
      }
    case .cloud(let name) where !lexicon.isHere(name):
      let recipes = lexicon.reasonForNothing(on: name)
      ledger.ask("'\(mention.words)' is not covered: \(recipes)")
      ledger.leave(mention.words, at: mention.span, status: .unmet, reason: "It is not covered: \(recipes)")
    case .component, .attribute, .fact, .name, .money, .nothing:
      ledger.leave(
        mention.words, at: mention.span, status: .unknown,
        reason: "It is understood, and nothing decides whether it is there.")
    case .region, .cloud, .environment, .number: return
    }
  }

  private func preferences() -> [Range<Int>] {
    let normals = request.tokens.map(\.normal)
    return normals.indices.flatMap { start in
      lexicon.preferences.filter { normals[start...].starts(with: $0) }.map { start..<(start + $0.count) }
    }
  }

  /// Stretches of words that nothing understood, within one clause. A word that only changes others takes its clause along.
  private func runs(covered lines: Set<Int>) -> [Range<Int>] {
    var covered = understood.union(lines)
    for mention in mentions where !isNumber(mention) { covered.formUnion(mention.span) }
    var runs: [Range<Int>] = []
    for index in request.tokens.indices {
      guard !covered.contains(index), !lexicon.ignored.contains(request.tokens[index].normal) else {
        continue
      }
      if let last = runs.last, request.tokens[last.lowerBound].clause == request.tokens[index].clause,
        index - last.upperBound <= Self.bridge,
        (last.upperBound..<index).allSatisfy({ !covered.contains($0) })
      {
        runs[runs.count - 1] = last.lowerBound..<(index + 1)
      } else {
        runs.append(index..<(index + 1))
      }
    }
    return runs.map(withClause)
  }

  /// The word of a number says nothing by itself: what it counts has to have been understood. "One" is mostly no number.
  private func isNumber(_ mention: Mention) -> Bool {
    guard case .number(let number) = mention.sense else { return false }
    return number != 1
  }

  private func withClause(_ run: Range<Int>) -> Range<Int> {
    guard run.allSatisfy({ lexicon.qualifiers.contains(request.tokens[$0].normal) }) else { return run }
    let clause = request.tokens[run.lowerBound].clause
    var end = run.upperBound
    while end < request.tokens.count, request.tokens[end].clause == clause, end - run.lowerBound < 8 {
      end += 1
    }
    return run.lowerBound..<end
  }
}
