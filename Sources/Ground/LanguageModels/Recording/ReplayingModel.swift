import Basics

/// Plays a cassette: what is not on it is an error that says so, never a live call.
package struct ReplayingModel: LanguageModel {
  package let name: ModelName
  private let cassette: Cassette

  package init(name: ModelName, cassette: Cassette) {
    self.name = name
    self.cassette = cassette
  }

  package func respond(
    to request: ModelRequest, observe: @escaping @Sendable (ModelEvent) -> Void
  ) async throws -> ModelResponse {
    let key = AnswerKey.key(request, model: name)
    guard let answer = try await cassette.answer(key) else {
      let last = request.messages.last.map { String("\($0)".prefix(120)) } ?? ""
      throw ModelError(
        .notRecorded, summary: "The cassette has no such answer",
        detail:
          "\(name) was not asked this when the cassette was recorded (\(key.prefix(12))), and a replay asks nobody. The request, a prompt, the crew or the program changed since. It ends with: \(last)"
      )
    }
    observe(.text(answer.text))
    return answer
  }
}
