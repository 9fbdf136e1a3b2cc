import LanguageModels

/// A model whose requests about one phase go to another address.
struct DivertedModel: LanguageModel {
  let usual: any LanguageModel
  let other: any LanguageModel
  let words: String

  var name: ModelName { usual.name }

  func respond(
    to request: ModelRequest, observe: @escaping @Sendable (ModelEvent) -> Void
  ) async throws -> ModelResponse {
    let isOther = request.messages.contains { "\($0)".contains(words) }
    return try await (isOther ? other : usual).respond(to: request, observe: observe)
  }
}
