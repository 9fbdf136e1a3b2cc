/// Text as it stands in Markdown: whatever a person, a model or a file wrote stays words. No table, list, heading, link,
/// image, mention, issue or HTML comes out of it, on hosts of code that look for more than Markdown's own marks either.
///
/// It goes by scalars: a mark with an accent behind it is another character to Swift, and the same mark to every reader.
package enum MarkdownText {
  private static let marks = Set("\\`*_{}[]<>|~&#".unicodeScalars)

  /// In one line.
  package static func escaped(_ text: some StringProtocol) -> String {
    var escaped = ""
    var before: Unicode.Scalar?
    let scalars = Array(text.unicodeScalars.drop { $0.properties.isWhitespace })
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      switch scalar {
      case "\r" where next == "\n": continue
      case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": escaped += " "
      case "@"
      where next.map(isWord) == true && (before.map(isWord) != true || isHost(scalars[(index + 1)...])):
        // A backslash would go before the name is looked for; a comment keeps the two apart. Within a word it names nobody:
        // findings are `rule@resource`, which is no address of mail.
        escaped += "@<!-- -->"
      case "#" where next.map(isWord) == true: escaped += "\\#<!-- -->"
      case _ where marks.contains(scalar): escaped += "\\\(scalar)"
      // A mark makes a list only where a space follows, or what the page puts behind it; two strokes underline.
      case "-" where index == 0 && (endsWord(next) || next == "-"), "+" where index == 0 && endsWord(next),
        "=" where index == 0 && scalars.allSatisfy({ $0 == "=" || $0.properties.isWhitespace }):
        escaped += "\\\(scalar)"
      case ".", ")":
        let startsList =
          index > 0 && index < 10 && endsWord(next) && scalars[..<index].allSatisfy(isDigit)
        let endsHost =
          scalar == "." && index >= 3 && scalars[(index - 3)..<index].allSatisfy { $0 == "w" || $0 == "W" }
        escaped += startsList || endsHost ? "\\\(scalar)" : String(scalar)
      case "/" where before == ":" && next == "/": escaped += "\\/"
      default: escaped.unicodeScalars.append(scalar)
      }
      before = scalar
    }
    return escaped
  }

  /// In one line between tags of HTML that stand in Markdown, where its marks mean nothing.
  package static func escapedInHTML(_ text: some StringProtocol) -> String {
    let words = String(text).unicodeScalars.split { $0.properties.isWhitespace }
    return words.map { word in
      XMLText.escaped(String(word)).replacing("@", with: "@<!-- -->").replacing("://", with: ":&#47;/")
    }.joined(separator: " ")
  }

  /// As code in a line, between more marks than the text has in a row.
  package static func code(_ text: some StringProtocol) -> String {
    var line = ""
    for scalar in text.unicodeScalars {
      line.unicodeScalars.append(scalar.properties.isWhitespace ? " " : scalar)
    }
    let run = longestRun(in: line)
    let mark = String(repeating: "`", count: run + 1)
    // The space keeps a mark of the text from those around it.
    return run > 0 ? "\(mark) \(line) \(mark)" : "\(mark)\(line)\(mark)"
  }

  /// What a block of code stands between: longer than any run of the same mark in it.
  package static func fence(for text: some StringProtocol) -> String {
    String(repeating: "`", count: max(3, longestRun(in: text) + 1))
  }

  private static func longestRun(in text: some StringProtocol) -> Int {
    var longest = 0
    var run = 0
    for scalar in text.unicodeScalars {
      run = scalar == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  /// Whether what begins there is a host with a dot; addresses of resources have underscores, which hosts have not.
  private static func isHost(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let name = scalars.prefix { isWord($0) || [".", "-", "_"].contains($0) }
    return name.contains(".") && !name.contains("_")
  }

  /// Whether nothing or a space stands there.
  private static func endsWord(_ scalar: Unicode.Scalar?) -> Bool {
    scalar?.properties.isWhitespace ?? true
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
