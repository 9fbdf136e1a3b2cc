import Basics

extension RoomError<ModelErrorCode> {
  /// The answer cannot be read.
  static func malformed(_ what: String) -> ModelError {
    ModelError(
      .malformed, summary: "The answer cannot be read", detail: "The provider's answer is damaged: \(what).")
  }

  /// An error that stands where an answer, or the rest of one, should be.
  static func reported(_ error: JSONValue) -> ModelError {
    ModelError(
      code(of: ReportedError(error).value), summary: "The provider failed in the middle of its answer",
      detail: String(ReportedError(error).words.prefix(300)))
  }

  /// What the error says of asking again: that a request is refused does not change by it.
  private static func code(of error: JSONValue) -> ModelErrorCode {
    let said = [error["code"], error["type"], error["status"]].compactMap { $0?.string?.lowercased() }
    let status = [error["code"], error["status"], error["status_code"]].compactMap { $0?.integer }.first
    switch status {
    case 429: return .limited
    case 401, 403: return .unauthorized
    case .some(let status) where (400..<500).contains(status): return .refused
    case .some: return .unavailable
    case nil: break
    }
    func says(_ words: String...) -> Bool { said.contains { text in words.contains { text.contains($0) } } }
    if says("rate_limit", "resource_exhausted", "throttl", "quota") { return .limited }
    if says("invalid_request", "invalid_argument", "validation", "context_length", "not_found") {
      return .refused
    }
    if says("authentication", "permission") { return .unauthorized }
    return .unavailable
  }
}
