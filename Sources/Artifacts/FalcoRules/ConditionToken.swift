/// A piece of a condition of Falco.
enum ConditionToken: Hashable, Sendable {
  case open
  case close
  case comma
  /// A word without quotes: a field, an operator, a value, a macro.
  case word(String)
  /// A text in quotes.
  case text(String)

  /// The pieces of a condition; nil where a quote is not closed.
  static func all(of condition: String) -> [ConditionToken]? {
    var tokens: [ConditionToken] = []
    var rest = condition[...]
    while let first = rest.first {
      switch first {
      case _ where first.isWhitespace: rest = rest.dropFirst()
      case "(":
        tokens.append(.open)
        rest = rest.dropFirst()
      case ")":
        tokens.append(.close)
        rest = rest.dropFirst()
      case ",":
        tokens.append(.comma)
        rest = rest.dropFirst()
      case "\"", "'":
        guard let text = quoted(&rest, by: first) else { return nil }
        tokens.append(.text(text))
      case "=", "!", "<", ">":
        let symbol = rest.prefix { "=!<>".contains($0) }
        tokens.append(.word(String(symbol)))
        rest = rest[symbol.endIndex...]
      default:
        let word = word(of: rest)
        tokens.append(.word(String(word)))
        rest = rest[word.endIndex...]
      }
    }
    return tokens
  }

  private static func quoted(_ rest: inout Substring, by quote: Character) -> String? {
    var text = ""
    var index = rest.index(after: rest.startIndex)
    while index < rest.endIndex, rest[index] != quote {
      if rest[index] == "\\", rest.index(after: index) < rest.endIndex { index = rest.index(after: index) }
      text.append(rest[index])
      index = rest.index(after: index)
    }
    guard index < rest.endIndex else { return nil }
    rest = rest[rest.index(after: index)...]
    return text
  }

  /// A word ends at a space, a bracket of a list or a symbol; what stands in square brackets belongs to it.
  private static func word(of rest: Substring) -> Substring {
    var depth = 0
    return rest.prefix { character in
      if character == "[" { depth += 1 }
      if character == "]" { depth -= 1 }
      return depth > 0 || !(character.isWhitespace || "(),=!<>".contains(character))
    }
  }
}
