/// A text of a policy or of a request as a row of characters, wildcards and symbols. A symbol, `⟨aws_sqs_queue.q.arn⟩`, stands
/// for a text that is known only after apply; equal symbols stand for equal texts.
///
/// `*` and `?` are from the policy language: any run of characters, and any one character.
package struct PolicyPattern: Hashable, Sendable {
  enum Token: Hashable, Sendable {
    case character(Unicode.Scalar)
    case anyRun
    case anyOne
    case symbol(String)
  }

  /// How much of what another text stands for is covered.
  package enum Extent: Hashable, Sendable {
    case whole, part, none
    /// A symbol decides.
    case open
  }

  package let text: String
  let tokens: [Token]

  static let symbolStart: Unicode.Scalar = "\u{27E8}"
  static let symbolEnd: Unicode.Scalar = "\u{27E9}"

  /// - Parameters:
  ///   - isFolded: whether upper and lower case are the same, as in actions.
  ///   - variables: the value of a policy variable, `aws:username`; what has none becomes a symbol.
  package init(_ text: String, isFolded: Bool = false, variables: (String) -> String? = { _ in nil }) {
    self.text = text
    let scalars = Array((isFolded ? text.lowercased() : text).unicodeScalars)
    var tokens: [Token] = []
    var index = 0
    while index < scalars.count {
      if scalars[index] == Self.symbolStart, let end = scalars[index...].firstIndex(of: Self.symbolEnd) {
        tokens.append(.symbol(String(String.UnicodeScalarView(scalars[index...end]))))
        index = end + 1
      } else if scalars[index] == "$", index + 1 < scalars.count, scalars[index + 1] == "{",
        let end = scalars[index...].firstIndex(of: "}")
      {
        tokens += Self.variable(
          String(String.UnicodeScalarView(scalars[(index + 2)..<end])), variables: variables)
        index = end + 1
      } else {
        tokens.append(Self.token(scalars[index]))
        index += 1
      }
    }
    self.tokens = tokens
  }

  init(text: String, tokens: [Token]) {
    self.text = text
    self.tokens = tokens
  }

  private static func token(_ scalar: Unicode.Scalar) -> Token {
    scalar == "*" ? .anyRun : scalar == "?" ? .anyOne : .character(scalar)
  }

  /// `${*}`, `${?}` and `${$}` are these characters themselves; `${aws:username, 'nobody'}` has a text for its absence.
  private static func variable(_ content: String, variables: (String) -> String?) -> [Token] {
    if ["*", "?", "$"].contains(content) { return content.unicodeScalars.map { .character($0) } }
    let name = content.prefix { $0 != "," }.trimmedOfSpaces
    guard let value = variables(name) else { return [.symbol("\u{27E8}\(name)\u{27E9}")] }
    return value.unicodeScalars.map { .character($0) }
  }

  private var hasSymbol: Bool { tokens.contains { if case .symbol = $0 { true } else { false } } }

  /// How much of `subject` this covers.
  package func extent(over subject: PolicyPattern) -> Extent {
    if covers(subject) { return .whole }
    guard meets(subject) else { return .none }
    return hasSymbol || subject.hasSymbol ? .open : .part
  }

  /// Whether every text that `subject` stands for is one that this stands for, whatever the symbols are.
  private func covers(_ subject: PolicyPattern) -> Bool {
    PatternTable(tokens, other: subject.tokens).holds { pattern, other in
      switch (pattern, other) {
      case (.anyOne, .character), (.anyOne, .anyOne): true
      case (.anyOne, _), (.anyRun, _): false
      default: pattern == other
      }
    } spans: { isFirst, token, _ in
      isFirst && token == .anyRun
    }
  }

  /// Whether some text can be one of both, for some value of the symbols.
  private func meets(_ subject: PolicyPattern) -> Bool {
    PatternTable(tokens, other: subject.tokens).holds { pattern, other in
      switch (pattern, other) {
      case (.anyOne, .character), (.character, .anyOne), (.anyOne, .anyOne): true
      default: pattern == other
      }
    } spans: { _, token, other in
      Self.spans(token, over: other)
    }
  }

  /// Whether a token can stand for a text that holds the other one, or for no text where there is none.
  private static func spans(_ token: Token, over other: Token?) -> Bool {
    switch token {
    case .anyRun: true
    // A number, a region or a name is one part of a longer name.
    case .symbol(let symbol): isOnePart(symbol) ? other != .character(":") : true
    case .character, .anyOne: false
    }
  }

  private static func isOnePart(_ symbol: String) -> Bool {
    !symbol.contains(".") || ["name\(symbolEnd)", "account_id\(symbolEnd)"].contains { symbol.hasSuffix($0) }
  }
}

extension Substring {
  fileprivate var trimmedOfSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
