import Basics

/// Prints a text the way `tofu fmt` does: two spaces for each level, aligned equals signs and comments, quoted labels,
/// and old-style `"${x}"` without its wrapping.
package enum HCLFormatter {
  /// The text in canonical layout, or nil when it does not parse.
  package static func format(_ text: String) -> String? {
    format(HCLFile(path: "", text: text))
  }

  /// As `format(_:)` for a file that is parsed already.
  package static func format(_ file: HCLFile) -> String? {
    if file.hasErrors { return nil }
    var tokens = FormatRewriter(file).tokens()
    layOut(&tokens)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(file.text.utf8.count + 64)
    for token in tokens {
      bytes.append(contentsOf: repeatElement(Ascii.space, count: token.spaces))
      bytes.append(contentsOf: token.bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func layOut(_ tokens: inout [FormatToken]) {
    let lines = FormatLine.lines(of: tokens)
    indent(lines, tokens: &tokens)
    for line in lines {
      space(line.lead, tokens: &tokens)
      if let first = line.assignment.first { tokens[first].spaces = 1 }
      space(line.assignment, tokens: &tokens)
    }
    align(lines, tokens: &tokens, cell: \.assignment) { columns($0.lead, tokens: $1) }
    align(lines, tokens: &tokens, cell: \.comment) {
      columns($0.lead, tokens: $1) + columns($0.assignment, tokens: $1)
    }
  }

  /// A line that opens more brackets than it closes indents what follows by one level, however many it opens.
  private static func indent(_ lines: [FormatLine], tokens: inout [FormatToken]) {
    var levels: [Int] = []
    for line in lines {
      guard let first = line.lead.first else { continue }
      if tokens[first].kind == .newline { continue }
      var change = 0
      for index in line.lead {
        change += tokens[index].bracketChange
        if tokens[index].kind == .openHeredoc { break }
      }
      for index in line.assignment { change += tokens[index].bracketChange }
      if change < 0 { close(-change, levels: &levels) }
      tokens[first].spaces = 2 * levels.count
      if change > 0 { levels.append(change) }
    }
  }

  private static func close(_ count: Int, levels: inout [Int]) {
    var left = count
    while left > 0, let level = levels.popLast() {
      if level > left { levels.append(level - left) }
      left -= level
    }
  }

  private static func space(_ cell: Range<Int>, tokens: inout [FormatToken]) {
    for index in cell.dropLast() {
      let before = index > cell.lowerBound ? tokens[index - 1] : nil
      tokens[index + 1].spaces = needsSpace(tokens[index], before: before, after: tokens[index + 1]) ? 1 : 0
    }
  }

  private static func columns(_ cell: Range<Int>, tokens: [FormatToken]) -> Int {
    tokens[cell].reduce(0) { $0 + $1.columns }
  }

  /// Starts the cell in the same column on all neighbouring lines that have it.
  private static func align(
    _ lines: [FormatLine], tokens: inout [FormatToken], cell: (FormatLine) -> Range<Int>,
    before width: (FormatLine, [FormatToken]) -> Int
  ) {
    var chain: [(first: Int, width: Int)] = []
    func closeChain(_ tokens: inout [FormatToken]) {
      let widest = chain.map(\.width).max() ?? 0
      for entry in chain { tokens[entry.first].spaces = widest - entry.width + 1 }
      chain = []
    }
    for line in lines {
      if let first = cell(line).first {
        chain.append((first, width(line, tokens)))
      } else {
        closeChain(&tokens)
      }
    }
    closeChain(&tokens)
  }
}
