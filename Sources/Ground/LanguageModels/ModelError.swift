import Basics

/// Why a model gave no answer that can be used. Neither part ever holds a key or a header.
package typealias ModelError = RoomError<ModelErrorCode>

/// The stable codes of `ModelError`.
package enum ModelErrorCode: String, ErrorCode, Codable {
  /// The provider cannot be reached: refused, no such host, no route, a certificate that is not trusted.
  case unreachable = "model.unreachable"
  /// A time limit passed: connecting, the first byte, between two bytes, or in total.
  case timedOut = "model.timed-out"
  /// The transfer broke before the answer was whole.
  case broken = "model.broken"
  /// The key is missing, wrong, or may not use this model.
  case unauthorized = "model.unauthorized"
  /// The provider does not accept the request as it is: an unknown model, a parameter, too long a prompt.
  case refused = "model.refused"
  /// Too many requests or tokens, and waiting longer does not help within this run.
  case limited = "model.limited"
  /// The provider failed, and trying again did not help.
  case unavailable = "model.unavailable"
  /// So many calls failed in a row that no more are made for a while.
  case circuitOpen = "model.circuit-open"
  /// The answer is no document of its protocol, or larger or deeper than is read.
  case malformed = "model.malformed"
  /// The answer has neither text nor a tool call.
  case empty = "model.empty"
  /// The provider withheld the answer.
  case filtered = "model.filtered"
  /// The answer ended because it had reached its length.
  case truncated = "model.truncated"
  /// The answer does not have the form that was asked for, even after it was asked to repair it.
  case invalidAnswer = "model.invalid-answer"
  /// The run's budget does not allow the call.
  case budget = "model.budget"
  /// Nobody said what the model costs.
  case unpriced = "model.unpriced"
  /// The cassette or the cache has no answer, and no live call may be made.
  case notRecorded = "model.not-recorded"
  /// The model's configuration makes no sense.
  case configuration = "model.configuration"
  /// A scripted model was asked something it was not told to expect.
  case unexpectedCall = "model.unexpected-call"

  package var exitStatus: ExitStatus {
    self == .budget ? .budget : .error
  }
}
