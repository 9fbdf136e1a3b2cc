import Basics

extension Parser {
  /// The one expression of a text, with nothing but newlines after it.
  mutating func parseStandaloneExpression() -> HCLExpression {
    countingNewlines(false) { parser in
      let expression = parser.parseExpression()
      let rest = parser.peek()
      if rest.kind != .end {
        parser.reportFirst(
          "Extra characters after expression",
          detail: "An expression was successfully parsed, but extra characters were found after it.",
          at: rest)
      }
      return expression
    }
  }

  mutating func parseExpression() -> HCLExpression {
    nested(HCLExpression(.invalid, range: range(peek()))) { $0.parseConditional() }
  }

  private mutating func parseConditional() -> HCLExpression {
    let before = diagnostics.count
    let condition = parseBinary(above: 0)
    guard !lostTrack(since: before), nextKind == .question else { return condition }
    read()
    let yes = parseExpression()
    if lostTrack(since: before) { return condition }
    guard nextKind == .colon else {
      reportFirst(
        "Missing false expression in conditional",
        detail: "The conditional operator (...?...:...) requires a false expression, delimited by a colon.",
        at: peek())
      isRecovering = true
      return condition
    }
    read()
    let no = parseExpression()
    if lostTrack(since: before) { return condition }
    return HCLExpression(
      .conditional(condition, then: yes, otherwise: no), range: condition.range.joined(with: no.range))
  }

  /// Operands and operators that bind tighter than `level`, left to right.
  private mutating func parseBinary(above level: Int) -> HCLExpression {
    let before = diagnostics.count
    var left = parseTermWithSteps()
    var chain = 0
    while !lostTrack(since: before), let symbol = nextKind.binaryOperator, symbol.precedence > level {
      chain += 1
      if chain > limits.chain {
        stop("Expression too long", detail: "More than \(limits.chain) operators follow one another here.")
        return left
      }
      read()
      let right = parseBinary(above: symbol.precedence)
      if lostTrack(since: before) { return left }
      left = HCLExpression(.binary(symbol, left, right), range: left.range.joined(with: right.range))
    }
    return left
  }

  mutating func parseTermWithSteps() -> HCLExpression {
    parseSteps(after: parseTerm())
  }

  private mutating func parseTerm() -> HCLExpression {
    let start = peek()
    switch start.kind {
    case .openParen: return parseParentheses()
    case .openBracket: return parseTuple()
    case .openBrace: return parseObject()
    case .openQuote, .openHeredoc: return parseTemplate()
    case .number:
      read()
      return HCLExpression(.literal(numberValue(start)), range: range(start))
    case .identifier:
      read()
      return finishName(start)
    case .minus, .bang:
      read()
      let operand = nested(HCLExpression(.invalid, range: range(start))) { $0.parseTermWithSteps() }
      return HCLExpression(
        .unary(start.kind == .minus ? .negate : .not, operand),
        range: range(start).joined(with: operand.range))
    case .end:
      reportFirst(
        "Missing expression", detail: "Expected the start of an expression, but found the end of the file.",
        at: start
      )
    default:
      reportFirst(
        "Invalid expression",
        detail: "Expected the start of an expression, but found an invalid expression token.",
        at: start)
    }
    isRecovering = true
    return HCLExpression(.invalid, range: range(start))
  }

  private mutating func parseParentheses() -> HCLExpression {
    let open = read()
    return countingNewlines(false) { parser in
      let before = parser.diagnostics.count
      let inner = parser.parseExpression()
      if parser.diagnostics.count > before {
        parser.recover(to: .closeParen)
        return inner
      }
      if parser.nextKind != .closeParen {
        parser.report(
          "Unbalanced parentheses", detail: "Expected a closing parenthesis to terminate the expression.",
          at: parser.peek())
        parser.isRecovering = true
      }
      let close = parser.read()
      return HCLExpression(.parentheses(inner), range: parser.range(open, end: close))
    }
  }

  private mutating func finishName(_ name: Token) -> HCLExpression {
    if nextKind == .openParen || nextKind == .doubleColon { return finishCall(name) }
    let place = range(name)
    switch text(name) {
    case "true": return HCLExpression(.literal(.bool(true)), range: place)
    case "false": return HCLExpression(.literal(.bool(false)), range: place)
    case "null": return HCLExpression(.literal(.null), range: place)
    case let root: return HCLExpression(.reference(Traversal(root: root, rootRange: place)), range: place)
    }
  }

  mutating func numberValue(_ token: Token) -> Value {
    if let number = Value.number(parsing: text(token)) { return number }
    // More than any number here can hold, and still one.
    if Double(text(token))?.isFinite == false { return .unknown }
    report(
      "Invalid number literal", detail: "Failed to recognize the value of this number literal.", at: token)
    return .unknown
  }
}

extension Token.Kind {
  fileprivate var binaryOperator: BinaryOperator? {
    switch self {
    case .or: .or
    case .and: .and
    case .equalEqual: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    case .plus: .add
    case .minus: .subtract
    case .star: .multiply
    case .slash: .divide
    case .percent: .modulo
    default: nil
    }
  }
}
