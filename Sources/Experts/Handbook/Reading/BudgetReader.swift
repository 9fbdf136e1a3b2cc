import Experts
import Basics
import Vocabulary

/// Reads limits of money. Only US dollars bind, because the price book is in US dollars.
struct BudgetReader {
  let lexicon: Lexicon
  let request: RequestText
  let mentions: [Mention]

  func read(into ledger: inout BriefBuilder) throws(ExpertError) {
    var most: (amount: Double, words: String)?
    var least: (amount: Double, words: String)?
    for mention in mentions {
      guard case .money(let money) = mention.sense else { continue }
      guard money.currency == "USD" else {
        ledger.ask(
          "'\(mention.words)' is a limit in \(money.currency) and prices are in US dollars. Which limit in dollars a "
            + "month holds?")
        ledger.leave(
          mention.words, at: whole(mention.span), status: .unknown,
          reason: "Prices are in US dollars, and nothing here converts \(money.currency).")
        continue
      }
      if money.monthly == nil { ledger.assume("'\(mention.words)' is taken as a limit for each month.") }
      let amount = ((money.amount * (money.monthly ?? 1)) * 100).rounded() / 100
      if money.relation == ">=" {
        least = least ?? (amount, mention.words)
        ledger.leave(
          mention.words, at: mention.span, status: .unknown, reason: "Nothing holds a price above a least.")
      } else {
        guard amount > 0 else {
          throw ExpertError(
            .contradiction, summary: "The request contradicts itself",
            detail:
              "It asks for something to be built and for a budget of '\(mention.words)'. Name a limit above 0."
          )
        }
        if let most, most.amount != amount {
          ledger.ask("Two limits are named, '\(most.words)' and '\(mention.words)'; the lower one is used.")
        }
        if most.map({ amount < $0.amount }) ?? true { most = (amount, mention.words) }
        ledger.constrain(
          Constraint(
            id: "", kind: .budget, text: mention.words, relation: "<=", number: most?.amount ?? amount,
            unit: "USD/month"), at: whole(mention.span))
      }
    }
    if let most, let least, least.amount > most.amount {
      throw ExpertError(
        .contradiction, summary: "The request contradicts itself",
        detail: "It asks for at most '\(most.words)' and at least '\(least.words)'. Keep one of the limits.")
    }
  }

  /// With the words that say how it binds.
  private func whole(_ span: Range<Int>) -> Range<Int> {
    let finder = RelationFinder(lexicon: lexicon, request: request)
    var start = span.lowerBound
    while let relation = finder.relation(before: start) { start = relation.span.lowerBound }
    return start..<span.upperBound
  }
}
