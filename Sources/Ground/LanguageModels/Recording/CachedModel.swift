import Basics

/// Answers from a shelf what it holds, and puts there what it had to ask for.
package struct CachedModel: LanguageModel {
  /// What is done about a request that the shelf does not know.
  package enum Miss: Sendable {
    case ask
    /// Nothing live may be asked.
    case refuse
  }

  private let model: any LanguageModel
  private let shelf: any AnswerShelf
  private let miss: Miss

  package init(_ model: any LanguageModel, shelf: any AnswerShelf, miss: Miss = .ask) {
    self.model = model
    self.shelf = shelf
    self.miss = miss
  }

  package var name: ModelName { model.name }

  package func respond(
    to request: ModelRequest, observe: @escaping @Sendable (ModelEvent) -> Void
  ) async throws -> ModelResponse {
    let key = AnswerKey.key(request, model: name)
    if let answer = try await shelf.answer(key) {
      observe(.text(answer.text))
      return answer
    }
    if case .refuse = miss {
      throw ModelError(
        .notRecorded, summary: "The answer is not in the cache",
        detail: "With --cache-only nothing is asked, and \(name) was never asked this (\(key.prefix(12))).")
    }
    let answer = try await model.respond(to: request, observe: observe)
    try await shelf.keep(answer, key: key, of: name)
    return answer
  }
}
