import Basics

extension Parser {
  private static let itemDetail = "An argument or block definition is required here."
  private static let equalsHint =
    itemDetail + " To set an argument, use the equals sign \"=\" to introduce the argument value."
  private static let unclosedBlock =
    "There is no closing brace for this block before the end of the file. This may be caused by incorrect brace "
    + "nesting elsewhere in this file."

  mutating func parseFile() -> Body { parseBody(until: .end) }

  /// The items of a body and the `end` after them.
  mutating func parseBody(until end: Token.Kind) -> Body {
    let start = previous
    var body = Body(range: range(start))
    var places: [String: SourceRange] = [:]
    while true {
      let token = peek()
      if token.kind == end {
        read()
        break
      }
      if token.kind == .newline {
        read()
      } else if token.kind == .identifier {
        parseItem(into: &body, places: &places)
      } else {
        read()
        reportNoItem(token, from: start, end: end)
        recover(to: end)
        break
      }
    }
    body.range = range(start, end: previous)
    return body
  }

  private mutating func reportNoItem(_ token: Token, from start: Token, end: Token.Kind) {
    switch token.kind {
    case .openQuote:
      reportFirst("Invalid argument name", detail: "Argument names must not be quoted.", at: token)
    case .end where end == .closeBrace:
      reportFirst("Unclosed configuration block", detail: Self.unclosedBlock, at: start)
    default: reportFirst("Argument or block definition required", detail: Self.itemDetail, at: token)
    }
  }

  private mutating func parseItem(into body: inout Body, places: inout [String: SourceRange]) {
    let name = read()
    switch nextKind {
    case .equal:
      let attribute = finishAttribute(name, onOneLine: false)
      if let place = places[attribute.name] {
        report(
          "Attribute redefined",
          detail:
            "The argument \"\(attribute.name)\" was already set at \(place). Each argument may be set only once.",
          range: attribute.nameRange)
      } else {
        places[attribute.name] = attribute.nameRange
        body.attributes.append(attribute)
      }
    case .openQuote, .openBrace, .identifier:
      let empty = Block(
        type: text(name), labels: [], body: Body(range: range(name)), typeRange: range(name), labelRanges: [],
        openBrace: range(name), closeBrace: range(name))
      body.blocks.append(nested(empty) { $0.finishBlock(name) })
    default:
      recoverAfterItem(reporting: "Argument or block definition required", Self.equalsHint, at: name)
    }
  }

  private mutating func recoverAfterItem(reporting summary: String, _ detail: String, at token: Token) {
    report(summary, detail: detail, at: token)
    recoverAfterItem()
  }

  private mutating func finishAttribute(_ name: Token, onOneLine: Bool) -> Attribute {
    let equals = read()
    let before = diagnostics.count
    let value = parseExpression()
    var last = previous
    if lostTrack(since: before) {
      recoverAfterItem()
    } else if !onOneLine {
      let end = peek()
      if end.kind == .newline || end.kind == .end {
        last = previous
        read()
      } else {
        if end.kind == .comma {
          reportFirst(
            "Unexpected comma after argument",
            detail:
              "Argument definitions must be separated by newlines, not commas. An argument definition must end with a "
              + "newline.", at: end)
        } else {
          reportFirst(
            "Missing newline after argument", detail: "An argument definition must end with a newline.",
            at: end)
        }
        recoverAfterItem()
      }
    }
    return Attribute(
      name: text(name), value: value, range: range(name, end: last), nameRange: range(name),
      equalsRange: range(equals))
  }

  private mutating func finishBlock(_ type: Token) -> Block {
    var block = Block(
      type: text(type), labels: [], body: Body(range: range(type)), typeRange: range(type), labelRanges: [],
      openBrace: range(type), closeBrace: range(type))
    guard let open = parseLabels(of: &block) else { return block }
    block.openBrace = range(open)
    switch nextKind {
    case .newline, .end, .closeBrace: block.body = parseBody(until: .closeBrace)
    default: block.body = parseOneLineBody(after: open)
    }
    block.closeBrace = range(previous)
    let end = peek()
    if end.kind == .newline || end.kind == .end {
      read()
    } else {
      reportFirst(
        "Missing newline after block definition", detail: "A block definition must end with a newline.",
        at: end)
      recoverAfterItem()
    }
    return block
  }

  /// Reads labels and the opening brace; nil when there is no brace.
  private mutating func parseLabels(of block: inout Block) -> Token? {
    while true {
      let token = peek()
      switch token.kind {
      case .openBrace:
        return read()
      case .identifier:
        read()
        block.labels.append(text(token))
        block.labelRanges.append(range(token))
      case .openQuote:
        let (label, labelRange) = parseQuotedLabel()
        block.labels.append(label)
        block.labelRanges.append(labelRange)
      case .equal:
        recoverAfterItem(
          reporting: "Invalid block definition",
          "The equals sign \"=\" indicates an argument definition, and must not be used when defining a block.",
          at: token)
        return nil
      case .newline:
        recoverAfterItem(
          reporting: "Invalid block definition",
          "A block definition must have block content delimited by \"{\" and \"}\", starting on the same line as the "
            + "block header.", at: token)
        return nil
      default:
        reportFirst(
          "Invalid block definition",
          detail: "Either a quoted string block label or an opening brace (\"{\") is expected here.",
          at: token)
        recoverAfterItem()
        return nil
      }
    }
  }

  /// `{ name = value }`, all on one line.
  private mutating func parseOneLineBody(after open: Token) -> Body {
    var body = Body(range: range(open))
    let name = read()
    let next = peek()
    if name.kind != .identifier {
      recoverAfterItem(reporting: "Argument or block definition required", Self.itemDetail, at: name)
    } else if next.kind == .equal {
      body.attributes = [finishAttribute(name, onOneLine: true)]
    } else if [.openQuote, .openBrace, .identifier].contains(next.kind) {
      report(
        "Argument definition required",
        detail:
          "A single-line block definition can contain only a single argument. If you meant to define argument "
          + "\"\(text(name))\", use an equals sign to assign it a value. To define a nested block, place it on a line of "
          + "its own within its parent block.",
        range: next.kind == .openBrace ? range(name, end: next) : range(name))
      recoverAfterItem()
    } else {
      recoverAfterItem(reporting: "Argument or block definition required", Self.equalsHint, at: name)
    }
    closeOneLineBody(after: open)
    body.range = range(open, end: previous)
    return body
  }

  private mutating func closeOneLineBody(after open: Token) {
    let summary = "Invalid single-argument block definition"
    let token = peek()
    switch token.kind {
    case .closeBrace:
      read()
      return
    case .comma:
      report(
        summary,
        detail:
          "Single-line block syntax can include only one argument definition. To define multiple arguments, use the "
          + "multi-line block syntax with one argument definition per line.", at: token)
    case .newline:
      report(
        summary,
        detail:
          "An argument definition on the same line as its containing block creates a single-line block definition, which "
          + "must also be closed on the same line. Place the block's closing brace immediately after the argument "
          + "definition.", at: token)
    case .end:
      reportFirst("Unclosed configuration block", detail: Self.unclosedBlock, at: open)
    default:
      reportFirst(
        summary,
        detail:
          "A single-line block definition must end with a closing brace immediately after its single argument definition.",
        at: token)
    }
    recover(to: .closeBrace)
  }
}
