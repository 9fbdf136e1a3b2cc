import Basics

extension Parser {
  private static let legacyIndex =
    "When using the legacy index syntax, chaining two indexes together is not permitted. Use the proper index syntax "

  /// Attribute accesses, indexes and splats after a term.
  mutating func parseSteps(after term: HCLExpression) -> HCLExpression {
    var result = term
    var levels = 0
    while true {
      levels += 1
      if levels > limits.chain {
        stop("Expression too long", detail: "More than \(limits.chain) accesses follow one another here.")
        return result
      }
      switch nextKind {
      case .dot: result = parseDot(after: result)
      case .openBracket: result = parseBrackets(after: result)
      default: return result
      }
    }
  }

  private mutating func parseDot(after source: HCLExpression) -> HCLExpression {
    let dot = read()
    let token = peek()
    switch token.kind {
    case .identifier:
      read()
      return source.adding(Traversal.Step(.attribute(text(token)), range: range(dot, end: token)))
    case .number:
      read()
      return source.adding(legacyIndexStep(dot, number: token, hint: "instead, like"))
    case .star:
      read()
      return parseAttributeSplat(source, marker: range(dot, end: token))
    default:
      report("Invalid attribute name", detail: "An attribute name is required after a dot.", at: token)
      isRecovering = true
      return HCLExpression(.invalid, range: source.range.joined(with: range(dot)))
    }
  }

  /// `.0`, as old configurations write `[0]`.
  private mutating func legacyIndexStep(_ dot: Token, number: Token, hint: String) -> Traversal.Step {
    let parts = text(number).split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2 {
      report(
        "Invalid legacy index syntax", detail: Self.legacyIndex + "\(hint) [\(parts[0])][\(parts[1])].",
        at: number)
      return Traversal.Step(.index(.unknown), range: range(dot, end: number))
    }
    return Traversal.Step(.index(numberValue(number)), range: range(dot, end: number))
  }

  private mutating func parseAttributeSplat(_ source: HCLExpression, marker: SourceRange) -> HCLExpression {
    var each = HCLExpression(.element, range: marker)
    while nextKind == .dot {
      let dot = read()
      let token = peek()
      switch token.kind {
      case .number:
        read()
        each = each.adding(
          legacyIndexStep(dot, number: token, hint: "with a full splat expression [*] instead, like"))
      case .identifier:
        read()
        each = each.adding(Traversal.Step(.attribute(text(token)), range: range(dot, end: token)))
      case .star:
        reportFirst(
          "Nested splat expression not allowed",
          detail: "A splat expression (*) cannot be used inside another attribute-only splat expression.",
          at: token)
        isRecovering = true
        return source
      default:
        reportFirst("Invalid attribute name", detail: "An attribute name is required after a dot.", at: token)
        isRecovering = true
        return source
      }
    }
    return HCLExpression(.splat(source: source, each: each), range: source.range.joined(with: each.range))
  }

  private mutating func parseBrackets(after source: HCLExpression) -> HCLExpression {
    let open = read()
    return nextKind == .star ? parseFullSplat(source, open: open) : parseIndex(source, open: open)
  }

  private mutating func parseFullSplat(_ source: HCLExpression, open: Token) -> HCLExpression {
    read()
    var close = read()
    if close.kind != .closeBracket, !isRecovering {
      report(
        "Missing close bracket on splat index",
        detail:
          "The star for a full splat operator must be immediately followed by a closing bracket (\"]\").",
        at: close)
      close = recover(to: .closeBracket)
    }
    let element = HCLExpression(.element, range: range(open, end: close))
    let each = nested(element) { $0.parseSteps(after: element) }
    return HCLExpression(.splat(source: source, each: each), range: source.range.joined(with: each.range))
  }

  private mutating func parseIndex(_ source: HCLExpression, open: Token) -> HCLExpression {
    let (key, close) = countingNewlines(false) { parser in
      let before = parser.diagnostics.count
      let key = parser.parseExpression()
      if parser.lostTrack(since: before) { return (key, parser.recover(to: .closeBracket)) }
      let close = parser.read()
      if close.kind == .closeBracket || parser.isRecovering { return (key, close) }
      parser.report(
        "Missing close bracket on index",
        detail: "The index operator must end with a closing bracket (\"]\").",
        at: close)
      return (key, parser.recover(to: .closeBracket))
    }
    let place = range(open, end: close)
    if case .literal(let value) = key.kind {
      return source.adding(Traversal.Step(.index(value), range: place))
    }
    if let text = key.literalString, case .template = key.kind {
      return source.adding(Traversal.Step(.index(.string(text)), range: place))
    }
    return HCLExpression(.index(source, key: key), range: source.range.joined(with: place))
  }
}

extension HCLExpression {
  /// This expression with one more step; a reference grows, anything else becomes relative.
  fileprivate func adding(_ step: Traversal.Step) -> HCLExpression {
    let place = range.joined(with: step.range)
    switch kind {
    case .reference(var traversal):
      traversal.steps.append(step)
      traversal.range = place
      return HCLExpression(.reference(traversal), range: place)
    case .relative(let source, let steps):
      return HCLExpression(.relative(source, steps + [step]), range: place)
    default:
      return HCLExpression(.relative(self, [step]), range: place)
    }
  }
}
