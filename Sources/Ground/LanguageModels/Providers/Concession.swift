import Basics

/// What a server does not take of a request, and how it is asked instead.
package enum Concession: Hashable, Sendable {
  /// The parameter is left out.
  case leftOut(String)
  /// `response_format` asks for any JSON document, with the schema beside it for whoever reads it there.
  case loosened
  /// The parameter goes by another name.
  case renamed(String, to: String)

  /// What an answer can do without: the answer is validated here whatever the server held it to, and how it is drawn is a
  /// preference. The limit of its length is none of them, because a budget counts on it.
  static let dispensable = [
    "stream_options", "temperature", "top_p", "seed", "stop", "response_format", "format", "text", "tools",
    "tool_choice", "service_tier", "reasoning_effort", "reasoning",
  ]
  private static let limits = ["max_tokens", "max_completion_tokens", "max_output_tokens"]
  private static let refusing = [
    "not support", "unsupported", "unrecognized", "unknown", "unexpected", "extra", "not permitted",
    "not allowed", "invalid", "only the default", "deprecated", "not available", "not enabled",
  ]

  /// What a refusal asks for; nil where it is about something else.
  /// - Parameter body: the request that was refused.
  init?(_ error: ReportedError, body: JSONValue) {
    let words = error.words.lowercased()
    let sent = (body.object ?? []).map(\.key)
    let named = error.parameter.map { String($0.prefix { $0.isLetter || $0 == "_" }) }
    if let limit = Self.limits.first(where: sent.contains),
      let other = Self.limits.first(where: { $0 != limit && Self.has($0, in: words) })
        ?? (named == limit || Self.has(limit, in: words) && Self.refuses(words) && !Self.isAboutSize(words)
          ? Self.limits.prefix(2).first { $0 != limit } : nil),
      Self.refuses(words)
    {
      self = .renamed(limit, to: other)
      return
    }
    let candidates = Self.dispensable.filter(sent.contains)
    if let named, candidates.contains(named) {
      self = Self.without(named, body: body)
      return
    }
    guard Self.refuses(words) else { return nil }
    if let parameter = candidates.first(where: { Self.has($0, in: words) }) {
      self = Self.without(parameter, body: body)
    } else if Self.forms.contains(where: words.contains),
      let parameter = ["response_format", "format", "text"].first(where: candidates.contains)
    {
      self = Self.without(parameter, body: body)
    } else {
      return nil
    }
  }

  /// A form is loosened before it is given up.
  private static func without(_ parameter: String, body: JSONValue) -> Concession {
    parameter == form && body[form]?["type"]?.string == "json_schema" ? .loosened : .leftOut(parameter)
  }

  private static let form = "response_format"

  /// How servers speak of a form without naming its parameter.
  private static let forms = [
    "json_schema", "json schema", "json mode", "json_object", "structured output", "grammar",
  ]

  private static func refuses(_ words: String) -> Bool { refusing.contains(where: words.contains) }

  /// `max_tokens is too large` is no refusal of the parameter.
  private static func isAboutSize(_ words: String) -> Bool {
    ["too large", "too big", "at most", "less than", "exceed", "maximum", "greater"].contains(
      where: words.contains)
  }

  /// Whether the words name the parameter, and not a longer one.
  private static func has(_ parameter: String, in words: String) -> Bool {
    words.ranges(of: parameter).contains { range in
      let before = range.lowerBound == words.startIndex ? nil : words[words.index(before: range.lowerBound)]
      let after = range.upperBound == words.endIndex ? nil : words[range.upperBound]
      return ![before, after].contains { $0.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false }
    }
  }

  /// The request as the server takes it.
  func applied(to body: JSONValue) -> JSONValue {
    guard let members = body.object else { return body }
    switch self {
    case .leftOut(let name):
      let gone = name == "tools" ? ["tools", "tool_choice"] : [name]
      return .object(members.filter { !gone.contains($0.key) })
    case .loosened:
      return .object(
        members.map { member in
          guard member.key == Self.form, let schema = member.value["json_schema"]?["schema"] else {
            return member
          }
          return JSONMember(Self.form, value: ["type": "json_object", "schema": schema])
        })
    case .renamed(let name, let other):
      return .object(members.map { $0.key == name ? JSONMember(other, value: $0.value) : $0 })
    }
  }

  /// For the person.
  var words: String {
    switch self {
    case .leftOut(let name): "without '\(name)'"
    case .loosened: "with a '\(Self.form)' of any JSON document"
    case .renamed(let name, let other): "with '\(other)' instead of '\(name)'"
    }
  }
}
