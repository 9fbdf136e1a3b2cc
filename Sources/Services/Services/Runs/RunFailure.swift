import Basics
import LanguageModels

/// A run that came to nothing: what is left of it is why, and what it cost.
struct RunFailure: Codable, Sendable {
  /// RFC 3339, UTC.
  var time: String
  var reason: String
  var spent: Spending

  /// For the person, in two sentences.
  var words: String {
    let price =
      spent.unpricedCalls > 0 ? "\(spent.unpricedCalls) of them without a price" : Money.text(spent.dollars)
    return "\(reason)\nIt had made \(spent.calls) calls with \(spent.tokens) tokens (\(price)) by \(time)."
  }
}
