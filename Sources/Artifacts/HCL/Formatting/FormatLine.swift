/// One line as three cells of tokens: what stands first, an assignment from its `=`, and a comment at the end.
struct FormatLine {
  var lead: Range<Int>
  var assignment: Range<Int>
  var comment: Range<Int>

  private init(_ line: Range<Int>, tokens: [FormatToken]) {
    var rest = line
    comment = line.upperBound..<line.upperBound
    if rest.count > 1, tokens[rest.upperBound - 1].kind == .comment {
      comment = rest.upperBound - 1..<rest.upperBound
      rest = rest.lowerBound..<comment.lowerBound
    }
    assignment = rest.upperBound..<rest.upperBound
    lead = rest
    if let equals = rest.dropFirst().first(where: { tokens[$0].kind == .equal }) {
      // An expression that goes on below does not take part in the alignment.
      let change = tokens[equals..<rest.upperBound].reduce(0) { $0 + $1.bracketChange }
      if change == 0 {
        assignment = equals..<rest.upperBound
        lead = rest.lowerBound..<equals
      }
    }
  }

  static func lines(of tokens: [FormatToken]) -> [FormatLine] {
    var lines: [FormatLine] = []
    var start = 0
    for (index, token) in tokens.enumerated() where token.endsLine {
      lines.append(FormatLine(start..<index + 1, tokens: tokens))
      start = index + 1
    }
    lines.append(FormatLine(start..<tokens.count, tokens: tokens))
    return lines
  }
}
