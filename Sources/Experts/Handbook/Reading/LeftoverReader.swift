import Clouds
import Experts

/// Turns what no rule understood into questions: nothing of a request is dropped in silence.
struct LeftoverReader {
  let lexicon: Lexicon
  let request: RequestText
  let mentions: [Mention]
  let understood: Set<Int>

  private static let limit = 12

  func read(into ledger: inout Ledger) {
    for mention in mentions {
      switch mention.sense {
      case .unsupported:
        ledger.ask("There is no recipe for '\(mention.words)'; it is not part of the drafts. Is it needed?")
      case .cloud(let name) where !CloudCatalog.current.hasRecipes(name):
        ledger.ask(
          "'\(mention.words)' is not covered: the recipes are for \(CloudCatalog.current.titlesWithRecipes).")
      default: continue
      }
    }
    var phrases: [String] = []
    for run in runs() {
      let words = request.words(run)
      if !phrases.contains(words) { phrases.append(words) }
    }
    for phrase in phrases.prefix(Self.limit) {
      ledger.ask("Not understood: '\(phrase)'. What should it change?")
    }
    if phrases.count > Self.limit {
      let rest = phrases.dropFirst(Self.limit).prefix(40).map { "'\($0)'" }.joined(separator: ", ")
      ledger.ask("Also not understood: \(rest).")
    }
  }

  /// Stretches of words that nothing understood, within one clause.
  private func runs() -> [Range<Int>] {
    var covered = understood
    for mention in mentions { covered.formUnion(mention.span) }
    var runs: [Range<Int>] = []
    var start: Int?
    for index in request.tokens.indices {
      let isLeft = !covered.contains(index) && !lexicon.ignored.contains(request.tokens[index].normal)
      let isBreak = start.map { request.tokens[$0].clause != request.tokens[index].clause } ?? false
      if let first = start, !isLeft || isBreak {
        runs.append(first..<index)
        start = nil
      }
      if isLeft, start == nil { start = index }
    }
    if let first = start { runs.append(first..<request.tokens.count) }
    return runs
  }
}
