import Basics
import Experts

/// What stands before a component's words: how many, and whether a known or a new one is meant.
struct QuantityPhrase {
  enum Article {
    case none, definite, indefinite, additional
  }

  var count: Int?
  var article: Article = .none
  /// The first token that belongs to the wish.
  var start: Int
  /// The token of the number, which is then understood.
  var countToken: Int?

  private static let definite: Set<String> = [
    "the", "this", "that", "its", "their", "it", "each", "these", "those", "both", "said", "every", "your",
    "my", "our",
  ]
  private static let indefinite: Set<String> = ["a", "an", "any", "some"]
  /// These point at a thing only right before it; elsewhere they begin a clause.
  private static let relative: Set<String> = ["that", "this", "it"]
  private static let additional: Set<String> = [
    "another", "second", "third", "additional", "other", "further",
  ]
  private static let stops: Set<String> = [
    "and", "or", "with", "for", "in", "on", "to", "from", "of", "by", "via", "plus", "using", "behind",
    "into", "than",
    "at", "as", "over", "that", "which", "is", "are", "has", "have", "create", "use", "add",
  ]

  init(before span: Range<Int>, in request: RequestText, mentions: [Int: Mention]) {
    start = span.lowerBound
    let clause = request.tokens[span.lowerBound].clause
    var index = span.lowerBound - 1
    while index >= 0, index >= span.lowerBound - 5, request.tokens[index].clause == clause {
      let word = request.tokens[index].normal
      if let mention = mentions[index] {
        if case .number(let number) = mention.sense {
          guard count == nil else { break }
          count = number
          start = mention.span.lowerBound
          index = mention.span.lowerBound - 1
          continue
        }
        switch mention.sense {
        case .fact("domain", _), .fact("email", _), .fact("schedule", _): return
        case .attribute, .fact: break
        default: return
        }
        start = mention.span.lowerBound
        index = mention.span.lowerBound - 1
        continue
      }
      let isRange =
        index > 0 && request.gap(before: index) == "-" && Int(request.tokens[index - 1].normal) != nil
      if let number = Int(word), (1...1000).contains(number), count == nil, !isRange {
        (count, countToken, start) = (number, index, index)
      } else if Self.relative.contains(word), index < span.lowerBound - 1, count == nil || index < start - 1 {
        break
      } else if Self.definite.contains(word) {
        article = .definite
        if !Self.relative.contains(word) { start = index }
        break
      } else if Self.indefinite.contains(word) {
        article = .indefinite
        start = index
        break
      } else if Self.additional.contains(word) {
        article = .additional
        start = index
      } else if Self.stops.contains(word) {
        break
      } else if count == nil {
        start = index
      }
      index -= 1
    }
  }
}
