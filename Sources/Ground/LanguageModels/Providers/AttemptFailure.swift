/// Why one attempt at a call came to nothing, with what decides about another.
struct AttemptFailure: Error {
  var error: ModelError
  /// Whether the same call may be made again: the provider took nothing on, and may be better the next time.
  var isRepeatable = false
  /// How long the provider asks to be left alone.
  var retryAfter: Duration?
  /// Whether the provider may have made an answer that it charges for.
  var mayBeBilled = false
  /// What the request would have to do without to be taken; nil where that is not said.
  var concession: Concession?
  /// Whether it says something about the provider's health.
  var isOutage = false
}
