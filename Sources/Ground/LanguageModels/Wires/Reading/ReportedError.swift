import Basics

/// What a server says went wrong, wherever it puts it: `{"error": {"message": …}}`, `{"error": "…"}`, `{"message": …}`,
/// `{"detail": …}` or a list with one of them.
struct ReportedError {
  /// The innermost object or text that says it.
  let value: JSONValue

  init(_ document: JSONValue) {
    var value = document
    while let inner = value["error"] ?? value[0] {
      guard !inner.isNull else { break }
      value = inner
    }
    self.value = value
  }

  /// The error in a document that may be an answer; nil where it reports none.
  init?(in document: JSONValue) {
    guard let error = document["error"], !error.isNull, error != "" else { return nil }
    self.init(document)
  }

  var words: String {
    let text =
      value["message"]?.string ?? value.string ?? detail ?? value["type"]?.string ?? value["code"]?.string
      ?? "no reason given"
    return text.trimmingSuffix { $0 == "." || $0.isWhitespace }
  }

  /// FastAPI's form: a text, or a list of what is wrong with which part of the request.
  private var detail: String? {
    guard let detail = value["detail"] else { return nil }
    if let text = detail.string { return text }
    let parts = (detail.array ?? []).map { part in
      let place = (part["loc"]?.array ?? []).compactMap(\.string).joined(separator: ".")
      return [place, part["msg"]?.string ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")
    }
    return parts.isEmpty ? detail.compact : parts.joined(separator: "; ")
  }

  /// The parameter of the request that it is about, where it names one.
  var parameter: String? {
    value["param"]?.string
      ?? (value["detail"]?[0]?["loc"]?.array ?? []).compactMap(\.string).last { $0 != "body" }
  }

  /// Whether the account has nothing left: it answers as if too much were asked, and waiting does not fill it.
  var isUsedUp: Bool {
    let codes = [value["code"], value["type"], value["status"]].compactMap { $0?.string }
    return codes.contains { Self.usedUp.contains($0) }
  }

  private static let usedUp = [
    "insufficient_quota", "billing_hard_limit_reached", "billing_not_active", "insufficient_balance",
    "quota_exceeded",
  ]

  /// Google's `RetryInfo`: how long to wait.
  var retryDelay: Duration? {
    let delays = (value["details"]?.array ?? []).compactMap { $0["retryDelay"]?.string }
    guard let text = delays.first, text.hasSuffix("s"), let seconds = Double(finite: String(text.dropLast())),
      seconds >= 0
    else { return nil }
    return .seconds(min(seconds, 86_400))
  }
}

extension String {
  fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> String {
    var text = self[...]
    while let last = text.last, isTrimmed(last) { text.removeLast() }
    return String(text)
  }
}
