import Basics

extension Parser {
  mutating func finishCall(_ first: Token) -> HCLExpression {
    var name = text(first)
    var last = first
    var open = read()
    while open.kind == .doubleColon {
      let part = read()
      guard part.kind == .identifier else {
        report(
          "Missing function name",
          detail: "Function scope resolution symbol :: must be followed by a function name in this scope.",
          at: part)
        skipParentheses()
        return HCLExpression(.invalid, range: range(first, end: part))
      }
      name += "::" + text(part)
      last = part
      open = read()
    }
    guard open.kind == .openParen else {
      report(
        "Missing open parenthesis",
        detail: "Function selector must be followed by an open parenthesis to begin the function call.",
        at: open)
      skipParentheses()
      return HCLExpression(.invalid, range: range(first, end: open))
    }
    var call = FunctionCall(name: name, nameRange: range(first, end: last), arguments: [], expandsLast: false)
    let header = range(first, end: open)
    countingNewlines(false) { $0.parseArguments(of: &call, header: header) }
    return HCLExpression(.call(call), range: range(first, end: previous))
  }

  private mutating func parseArguments(of call: inout FunctionCall, header: SourceRange) {
    while nextKind != .closeParen {
      let before = diagnostics.count
      call.arguments.append(parseExpression())
      if lostTrack(since: before) {
        recover(to: .closeParen)
        return
      }
      let separator = read()
      switch separator.kind {
      case .closeParen:
        return
      case .comma:
        continue
      case .ellipsis:
        call.expandsLast = true
        if nextKind == .closeParen {
          read()
        } else {
          reportFirst(
            "Missing closing parenthesis",
            detail:
              "An expanded function argument (with ...) must be immediately followed by closing parentheses.",
            at: separator)
          recover(to: .closeParen)
        }
        return
      case .end:
        report(
          "Unterminated function call",
          detail:
            "There is no closing parenthesis for this function call before the end of the file. This may be caused by "
            + "incorrect parenthesis nesting elsewhere in this file.", range: header)
        recover(to: .closeParen)
        return
      default:
        report(
          "Missing argument separator",
          detail: "A comma is required to separate each function argument from the next.",
          at: separator)
        recover(to: .closeParen)
        return
      }
    }
    read()
  }
}
