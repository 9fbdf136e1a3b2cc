import Basics
import CurlHTTP

extension AttemptFailure {
  /// What a status other than 200 means. The provider's own words are quoted, without the key they may hold.
  /// - Parameter sent: the body of the request.
  init(_ head: HTTPHead, body: [UInt8], sent: JSONValue = [:], settings: ModelSettings) {
    let document = JSONValue.document(String(decoding: body, as: UTF8.self))
    let error = document.map { ReportedError($0) }
    let said = error?.words ?? Self.words(of: body)
    let key = settings.provider.key
    let words = String((key?.redacted(said) ?? said).prefix(300)).filter { !$0.isNewline }
    let detail = "\(settings.name) answered \(head.status)\(words.isEmpty ? "" : ": \(words)")"
    switch head.status {
    case 401, 403:
      self.init(
        error: ModelError(
          .unauthorized, summary: "The provider does not accept the key", detail: "\(detail)."))
    case 402:
      self.init(error: Self.usedUp(detail))
    case 429 where error?.isUsedUp == true:
      self.init(error: Self.usedUp(detail))
    case 429:
      self.init(
        error: ModelError(.limited, summary: "Too many requests", detail: "\(detail)."),
        isRepeatable: true)
    case 408, 409, 425, 500...599:
      self.init(
        error: ModelError(.unavailable, summary: "The provider failed", detail: "\(detail)."),
        isRepeatable: head.status != 501,
        isOutage: head.status >= 500)
    default:
      self.init(
        error: ModelError(.refused, summary: "The provider refused the request", detail: "\(detail)."))
    }
    // A gateway may pass on a refusal as a failure of its own.
    if [400, 404, 415, 422, 500, 501].contains(head.status), let error {
      concession = Concession(error, body: sent)
    }
    retryAfter = RetryAfter.duration(head) ?? error?.retryDelay
  }

  private static func usedUp(_ detail: String) -> ModelError {
    ModelError(
      .limited, summary: "The account is used up",
      detail: "\(detail). Waiting does not fill it: add credit there, or name another model.")
  }

  private static func words(of body: [UInt8]) -> String {
    let title = AnswerShape.title(ofPage: body)
    let text = title.isEmpty ? String(decoding: body.prefix(200), as: UTF8.self) : title
    return text.trimmingPrefix(while: \.isWhitespace).description
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
    let key: String? =
      switch error.code {
      case .connectTimeout: "connect"
      case .firstByteTimeout: "first_byte"
      case .idleTimeout: "idle"
      case .totalTimeout: "total"
      default: nil
      }
    let remedy = key.map {
      " Where the server is only slow, raise 'timeouts: {\($0): SECONDS}' of the model under 'models:' in agents.yaml."
    }
    return ModelError(code, summary: error.summary, detail: error.detail + (remedy ?? ""))
  }
}
