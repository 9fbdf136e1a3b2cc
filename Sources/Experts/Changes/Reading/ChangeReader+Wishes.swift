import HCL
import ProviderSchemas
import Requirements

extension ChangeReader {
  /// A text as words, read once for all questions about it.
  package struct Words: Sendable {
    let text: ChangeText

    package init(_ text: String) { self.text = ChangeText(text) }
  }

  /// No part of a clause that says one thing is longer than this.
  private static let longestPart = 40

  /// The arguments of resource types that some words name, each with its value: what a request says of a thing beside what the thing
  /// is. Only names of two words and more, or values that the provider lists, are taken: "size 5" could be anything.
  /// - Parameters:
  ///   - words: of a text in English.
  ///   - stretch: the part of it that is read, a clause.
  ///   - types: in the order in which they are tried.
  ///   - isOpen: whether a word has no meaning yet; a wish needs one such word at least.
  package func wishes(
    in words: Words, within stretch: Range<String.Index>, of types: [String],
    isOpen: (Range<String.Index>) -> Bool
  ) -> [ArgumentWish] {
    let text = words.text
    guard let span = text.span(of: stretch) else { return [] }
    var wishes: [ArgumentWish] = []
    for segment in segments(of: span, in: text) where segment.count <= Self.longestPart {
      for type in types {
        let reader = WishReader(text: text, vocabulary: vocabulary, type: type, segment: segment)
        if let wish = reader?.wish(isOpen: isOpen) {
          wishes.append(wish)
          break
        }
      }
    }
    return wishes
  }

  /// Whether an argument of one of the types takes the text as one of a list of values.
  package func accepts(_ value: String, byAnyOf types: some Sequence<String>) -> Bool {
    types.contains { type in
      ConstraintSet.shipped.constraints(for: type).contains { constraint in
        (constraint.values + constraint.wordsInAnyCase).contains { $0.texts.contains(value) }
      }
    }
  }

  /// Parts between marks and joining words, each of which says one thing.
  private func segments(of span: Range<Int>, in text: ChangeText) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = span.lowerBound
    for index in span {
      let token = text.tokens[index]
      if ["and", "plus", "but", "while", "where", "which"].contains(token.word), !token.isQuoted {
        parts.append(start..<index)
        start = index + 1
      } else if let mark = token.mark, ".;!?,:".contains(mark) {
        parts.append(start..<index + 1)
        start = index + 1
      }
    }
    parts.append(start..<span.upperBound)
    return parts.filter { !$0.isEmpty }
  }
}
