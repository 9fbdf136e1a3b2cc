/// What a provider allows one account.
package struct ProviderLimits: Hashable, Sendable {
  package var requestsPerMinute: Int?
  package var tokensPerMinute: Int?
  /// Calls at the same time.
  package var concurrency: Int

  package init(requestsPerMinute: Int? = nil, tokensPerMinute: Int? = nil, concurrency: Int = 32) {
    self.requestsPerMinute = requestsPerMinute
    self.tokensPerMinute = tokensPerMinute
    self.concurrency = concurrency
  }
}
