import Basics

extension ServerScript {
  /// The rules of `{"rules": [{"match", "times", "text", "fault", "value", "tool": {"name", "arguments"}}]}`.
  static func rules(from text: String) -> [Rule] {
    (JSONValue.document(text)?["rules"]?.array ?? []).map { rule in
      Rule(
        match: rule["match"]?.string ?? "", times: rule["times"]?.integer ?? .max,
        fault: rule["fault"]?.string.flatMap { ServerFault($0, value: rule["value"]) },
        text: rule["text"]?.string,
        tool: rule["tool"].map { ($0["name"]?.string ?? "", $0["arguments"]?.string ?? "{}") })
    }
  }
}

extension ServerFault {
  /// A fault by the name that a script gives it.
  init?(_ name: String, value: JSONValue?) {
    let number = value?.integer
    switch name {
    case "reset": self = .reset
    case "half": self = .half
    case "no-done": self = .noDone
    case "stall": self = .stall(milliseconds: number ?? 30_000)
    case "duplicate": self = .duplicate
    case "invalid-text": self = .invalidText
    case "huge": self = .huge(bytes: number ?? 100_000_000)
    case "deep": self = .deep(levels: number ?? 100_000)
    case "wrong-tool": self = .wrongTool
    case "bad-arguments": self = .badArguments
    case "empty-choice": self = .emptyChoice
    case "content-filter": self = .contentFilter
    case "slow": self = .slow(milliseconds: number ?? 1000)
    default:
      guard let status = Int(name) else { return nil }
      self = .status(status, retryAfter: value?.string ?? number.map(String.init))
    }
  }
}
