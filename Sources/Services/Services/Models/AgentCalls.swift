import LanguageModels

/// A run's finished calls as one agent's model sees them.
struct AgentCalls: AnswerShelf {
  let calls: RunCalls
  let agent: String

  func answer(_ key: String) async throws -> ModelResponse? { try await calls.answer(key) }

  func keep(_ answer: ModelResponse, key: String, of model: ModelName) async throws {
    try await calls.keep(answer, key: key, of: model, for: agent)
  }
}
