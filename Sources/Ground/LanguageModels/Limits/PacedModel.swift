import Synchronization

/// Asks a model at most so many times a minute: an agent's own limit, besides its provider's.
package final class PacedModel: LanguageModel {
  private let model: any LanguageModel
  private let bucket: Mutex<TokenBucket>

  package init(_ model: any LanguageModel, requestsPerMinute: Int) {
    self.model = model
    bucket = Mutex(TokenBucket(perMinute: requestsPerMinute))
  }

  package var name: ModelName { model.name }

  package func respond(
    to request: ModelRequest, observe: @escaping @Sendable (ModelEvent) -> Void
  ) async throws -> ModelResponse {
    let delay = bucket.withLock { $0.take(1) }
    if delay > .zero { try await Task.sleep(for: delay) }
    return try await model.respond(to: request, observe: observe)
  }
}
