import Basics

extension RoomError<ModelErrorCode> {
  /// The answer cannot be read.
  static func malformed(_ what: String) -> ModelError {
    ModelError(
      .malformed, summary: "The answer cannot be read", detail: "The provider's answer is damaged: \(what).")
  }

  /// An error that came in the middle of an answer.
  static func reported(_ error: JSONValue) -> ModelError {
    let words = error["message"]?.string ?? error.string ?? error["type"]?.string ?? "no reason given"
    return ModelError(
      .unavailable, summary: "The provider failed in the middle of its answer",
      detail: String(words.prefix(300)))
  }
}
