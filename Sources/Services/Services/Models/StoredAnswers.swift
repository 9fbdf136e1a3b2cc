import Records
import Basics
import FoundationEssentials
import LanguageModels
import Store

/// The store's answers of earlier runs.
struct StoredAnswers: AnswerShelf {
  let store: Store

  func answer(_ key: String) async throws -> ModelResponse? {
    try await store.answer(key)?.decoded(as: ModelResponse.self)
  }

  func keep(_ answer: ModelResponse, key: String, of model: ModelName) async throws {
    try await store.keep(
      AnswerRecord(
        key: key, model: model.description, created: Date().ISO8601Format(),
        value: try JSONValue(encoding: answer)))
  }
}
