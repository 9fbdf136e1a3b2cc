import Basics
import Changes
import Experts
import Vocabulary

/// Reads what the lexicon has no words for and the provider's schema does: arguments that the request names, with their values, of the
/// things that recipes build.
struct ArgumentReader {
  let changes: ChangeReader
  let request: RequestText

  /// Further away than this, words are about something else.
  private static let farthest = 24
  /// So many clauses with open words are looked at.
  private static let clausesAtMost = 120

  /// Enters what is understood into the ledger and into the components; its words count as understood.
  func read(into builder: inout IntentBuilder) throws(ExpertError) {
    var open = openTokens(of: builder)
    let words = ChangeReader.Words(request.text)
    for run in runs(open: open).prefix(Self.clausesAtMost) {
      let stretch =
        request.tokens[run.lowerBound].range
        .lowerBound..<request.tokens[run.upperBound - 1].range
        .upperBound
      for index in candidates(for: run, in: builder) {
        let recipe = try builder.book.recipe(builder.components[index].recipe)
        guard !recipe.isKubernetes else { continue }
        let wishes = changes.wishes(in: words, within: stretch, of: recipe.types) { range in
          request.span(of: range).map { !open.isDisjoint(with: $0) } ?? false
        }
        guard !wishes.isEmpty else { continue }
        for wish in wishes {
          enter(wish, of: index, into: &builder)
          open.subtract(wish.ranges.compactMap(request.span(of:)).flatMap { $0 })
        }
        break
      }
    }
  }

  private func enter(_ wish: ArgumentWish, of index: Int, into builder: inout IntentBuilder) {
    let tokens = Set(wish.ranges.compactMap(request.span(of:)).flatMap { $0 })
    guard let first = tokens.min(), let last = tokens.max() else { return }
    let group = builder.group(of: index)
    for member in group { builder.components[member].arguments.append(wish) }
    builder.understood.formUnion(tokens)
    builder.ledger.withdraw(tokens)
    builder.ledger.require(
      builder.subject(of: index) + request.words(first..<last + 1), at: tokens.sorted().map { $0..<$0 + 1 },
      expectations: [
        ResourceExpectation(types: [wish.type], condition: wish.condition, minimum: group.count)
      ], kind: .property)
  }

  /// Clauses with words that nothing understands.
  private func runs(open: Set<Int>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = request.tokens.startIndex
    for index in request.tokens.indices {
      let isLast = index + 1 == request.tokens.count
      guard isLast || request.tokens[index + 1].clause != request.tokens[index].clause else { continue }
      let run = start..<index + 1
      // No argument has a name shorter than this.
      if run.contains(where: { open.contains($0) && request.tokens[$0].word.count >= 3 }) { runs.append(run) }
      start = index + 1
    }
    return runs
  }

  private func openTokens(of builder: IntentBuilder) -> Set<Int> {
    var taken = builder.ledger.covered.union(builder.understood)
    for mention in builder.mentions {
      switch mention.sense {
      case .number, .unsupported: continue
      default: taken.formUnion(mention.span)
      }
    }
    return Set(request.tokens.indices).subtracting(taken)
  }

  /// Components that the words may be about, the nearest first; of the same sentence where it has any.
  private func candidates(for run: Range<Int>, in builder: IntentBuilder) -> [Int] {
    let sentence = request.tokens[run.lowerBound].sentence
    let scored = builder.groups.compactMap { group -> (score: Int, index: Int, isHere: Bool)? in
      guard let index = group.first else { return nil }
      let spans = builder.components[index].spans + (builder.partSpans[index] ?? [])
      let isHere = spans.contains { request.tokens[$0.lowerBound].sentence == sentence }
      return spans.map { builder.distance($0, right: run) }.min().map { ($0, index, isHere) }
    }
    let here = scored.filter(\.isHere)
    return (here.isEmpty ? scored : here).filter { $0.score <= Self.farthest || !here.isEmpty }
      .sorted { ($0.score, $0.index) < ($1.score, $1.index) }.map(\.index)
  }
}
