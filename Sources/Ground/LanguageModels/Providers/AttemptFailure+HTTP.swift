import Basics
import CurlHTTP

extension AttemptFailure {
  /// What a status other than 200 means. The provider's own words are quoted, without the key they may hold.
  init(_ head: HTTPHead, body: [UInt8], settings: ModelSettings) {
    let key = settings.provider.key
    let document = JSONValue.document(String(decoding: body, as: UTF8.self))
    let error = document?["error"]
    let said =
      error?["message"]?.string ?? error?.string ?? document?["message"]?.string
      ?? String(decoding: body.prefix(200), as: UTF8.self)
    let words = String((key?.redacted(said) ?? said).prefix(300)).filter { !$0.isNewline }
    let detail = "\(settings.name) answered \(head.status)\(words.isEmpty ? "" : ": \(words)")"
    // A used-up account answers 429, too, and waiting does not fill it.
    let isUsedUp =
      error?["code"]?.string == "insufficient_quota" || error?["type"]?.string == "insufficient_quota"
    switch head.status {
    case 401, 403:
      self.init(
        error: ModelError(
          .unauthorized, summary: "The provider does not accept the key", detail: "\(detail)."))
    case 429:
      self.init(
        error: ModelError(.limited, summary: "Too many requests", detail: "\(detail)."),
        isRepeatable: !isUsedUp)
    case 408, 409, 425, 500...599:
      self.init(
        error: ModelError(.unavailable, summary: "The provider failed", detail: "\(detail)."),
        isRepeatable: true,
        isOutage: head.status >= 500)
    default:
      self.init(
        error: ModelError(.refused, summary: "The provider refused the request", detail: "\(detail)."))
    }
    retryAfter = RetryAfter.duration(head)
  }

  /// What a broken exchange means before the first byte of the answer's body.
  init(_ error: HTTPError, isStreamed: Bool) {
    let isSent = ![.cannotConnect, .notTrusted, .connectTimeout, .badAddress].contains(error.code)
    self.init(error: Self.modelError(error))
    isOutage = [.cannotConnect, .connectTimeout, .firstByteTimeout, .broken].contains(error.code)
    switch error.code {
    case .cannotConnect, .connectTimeout: isRepeatable = true
    // A stream whose first byte never came has made no token; a whole answer may have been made and lost.
    case .broken: isRepeatable = isStreamed
    default: isRepeatable = false
    }
    mayBeBilled = isSent && !isRepeatable
  }

  static func modelError(_ error: HTTPError) -> ModelError {
    let code: ModelErrorCode =
      switch error.code {
      case .cannotConnect, .notTrusted: .unreachable
      case .connectTimeout, .firstByteTimeout, .idleTimeout, .totalTimeout: .timedOut
      case .tooLarge: .malformed
      case .badAddress: .configuration
      case .broken, .cancelled: .broken
      }
    return ModelError(code, summary: error.summary, detail: error.detail)
  }
}
