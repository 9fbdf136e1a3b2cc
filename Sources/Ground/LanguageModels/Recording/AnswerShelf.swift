/// Where answers are kept and found again by their key.
package protocol AnswerShelf: Sendable {
  /// Nil where there is none.
  func answer(_ key: String) async throws -> ModelResponse?

  /// Returns when the answer is kept. An answer that is there already stays.
  func keep(_ answer: ModelResponse, key: String, of model: ModelName) async throws
}
