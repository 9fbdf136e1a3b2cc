import Experts
import Vocabulary

/// Leaves open what is asked for under a condition or with an exception that was not understood: an alarm that watches something else is not
/// the one that was asked for, and a property of all is not one of "all except the archive".
struct ConditionReader {
  let builder: IntentBuilder

  func read(into ledger: inout BriefBuilder) throws(ExpertError) {
    ledger.doubtProperties(exception) { span in
      "An exception from it is not understood: '\(builder.request.words(span))'."
    }
    for component in builder.components {
      guard try builder.book.recipe(component.recipe).provides.contains("alarm"), component.subject == nil
      else { continue }
      for span in component.spans {
        guard let condition = condition(behind: span) else { continue }
        let words = " \(builder.request.words(condition)) "
        let isBound = component.settings.values.contains {
          !$0.words.isEmpty && words.contains(" \($0.words) ")
        }
        guard !isBound, ledger.isOpen(condition) else { continue }
        ledger.doubt(
          span, reason: "When it shall sound is not understood: '\(builder.request.words(condition))'.")
      }
    }
  }

  /// "for all except carts" right behind a property, to the end of its clause.
  private func exception(behind end: Int) -> Range<Int>? {
    let tokens = builder.request.tokens
    guard end < tokens.count, end > 0, tokens[end].clause == tokens[end - 1].clause,
      let word = (end..<min(end + Self.reach, tokens.count)).first(where: {
        tokens[$0].clause == tokens[end].clause && builder.lexicon.exceptions.contains(tokens[$0].normal)
      })
    else { return nil }
    return builder.request.clause(from: word)
  }

  /// So many words may stand between something and its condition or exception: "for all tables", "to the team".
  private static let reach = 4

  /// "when …", "if …" behind an alarm, to the end of its clause.
  private func condition(behind span: Range<Int>) -> Range<Int>? {
    let tokens = builder.request.tokens
    let near = span.upperBound..<min(span.upperBound + Self.reach, tokens.count)
    guard
      let start = near.first(where: {
        tokens[$0].clause == tokens[span.lowerBound].clause
          && builder.lexicon.failures.when.contains(tokens[$0].normal)
      })
    else { return nil }
    let condition = builder.request.clause(from: start)
    return condition.count > 1 ? condition : nil
  }
}
