/// Something that answers a conversation. Adapters of providers, limits, budgets, caches and cassettes all have this one
/// shape, so that they can be stacked in any order and replaced by a script in tests.
package protocol LanguageModel: Sendable {
  /// Shown in every report: `anthropic/claude-sonnet-4-5`.
  var name: ModelName { get }

  /// One call. `observe` hears the answer while it grows, in order, from one task at a time; what is returned is the
  /// whole of it.
  /// - Throws: `ModelError`, or `CancellationError` where the caller was cancelled.
  func respond(
    to request: ModelRequest, observe: @escaping @Sendable (ModelEvent) -> Void
  ) async throws -> ModelResponse
}

extension LanguageModel {
  /// As `respond(to:observe:)` for callers that only want the whole answer.
  package func respond(to request: ModelRequest) async throws -> ModelResponse {
    try await respond(to: request) { _ in }
  }
}
