import Basics
import Experts
import Vocabulary

extension IntentBuilder {
  /// Binds an alarm to what it shall tell the failure of: "a workflow … and an alarm when it fails", "an alarm if the function fails".
  mutating func bindFailures() throws(ExpertError) {
    for index in request.tokens.indices where lexicon.failures.failing.contains(request.tokens[index].normal)
    {
      let sentence = request.tokens[index].sentence
      guard
        let start = (max(0, index - Self.failureReach)..<index).last(where: {
          lexicon.failures.when.contains(request.tokens[$0].normal) && request.tokens[$0].sentence == sentence
        }), let alarm = try alarm(before: start),
        let subject = try failing(in: start + 1..<index, beside: alarm)
      else { continue }
      let recipe = try book.recipe(components[alarm].recipe)
      let types = try checks(of: subject).flatMap(\.types)
      guard !types.isEmpty,
        let parameter = recipe.parameters.first(where: { $0.attributes["failing"] != nil })
      else { continue }
      components[alarm].subject = subject
      var expectations: [ResourceExpectation] = []
      for var expectation in try checks(parameter, of: alarm) {
        expectation.narrow(to: "joined_to(\(types.quotedArguments))")
        expectations.append(expectation)
      }
      let span = start..<index + 1
      understood.formUnion(span)
      ledger.require(
        self.subject(of: alarm) + request.words(span), at: [span], expectations: expectations,
        kind: .flow)
    }
  }

  /// So many words may stand between "when" and "fails".
  private static let failureReach = 6

  /// The last alarm that is spoken of before a place in its sentence.
  private func alarm(before place: Int) throws(ExpertError) -> Int? {
    for index in components.indices.reversed() {
      guard let span = components[index].spans.last, span.upperBound <= place,
        request.tokens[span.lowerBound].sentence == request.tokens[place].sentence,
        try book.recipe(components[index].recipe).provides.contains("alarm")
      else { continue }
      return index
    }
    return nil
  }

  /// What fails: the thing that the words name, or, by a pronoun, what the sentence began with.
  private func failing(in span: Range<Int>, beside alarm: Int) throws(ExpertError) -> Int? {
    for index in components.indices where index != alarm {
      if components[index].spans.contains(where: { span.overlaps($0) })
        || namePlaces(of: index).contains(where: { span.overlaps($0) })
      {
        return index
      }
    }
    guard span.contains(where: { lexicon.failures.back.contains(request.tokens[$0].normal) }) || span.isEmpty
    else { return nil }
    let sentence = request.tokens[span.lowerBound].sentence
    return components.indices.filter { index in
      index != alarm && !components[index].words.isEmpty
        && components[index].spans.contains { request.tokens[$0.lowerBound].sentence == sentence }
    }.min {
      (components[$0].spans.first?.lowerBound ?? 0) < (components[$1].spans.first?.lowerBound ?? 0)
    }
  }
}
