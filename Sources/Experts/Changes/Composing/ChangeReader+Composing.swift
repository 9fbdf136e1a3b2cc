import Requirements
import Vocabulary

extension ChangeReader {
  /// A place where a resource type is named.
  package struct Sighting: Sendable {
    package var type: String
    /// The words that name it, in the text.
    package var ranges: [Range<String.Index>]
    /// How many are asked for.
    package var count: Int
  }

  /// The types of the main cloud that a text in English names, every word of them, in its order.
  package func sightings(in text: String) -> [Sighting] {
    guard let finder else { return [] }
    let words = RequestWords(text, terms: terms)
    return finder.mentions(in: words).map { mention in
      var places = Set(mention.places)
      // Before the thing stands the name of its service: "SSM parameter".
      let name = Set(RequestWords.normal(mention.type))
      while let first = places.min(), first > 0, name.contains(words.words[first - 1]) {
        places.insert(first - 1)
      }
      return Sighting(
        type: mention.type, ranges: places.sorted().map { words.ranges[$0] }, count: mention.count)
    }
  }

  /// What adding one of a type comes to, as its part of a request says it: for what no recipe builds.
  /// - Parameters:
  ///   - words: the part of the request, from the words that name the type on.
  ///   - base: the files that it is added to.
  package func adding(_ type: String, as words: String, to base: [Artifact]) -> ChangeReading {
    let text = ChangeText(words)
    var session = session(on: base, text: text)
    let span = 0..<text.tokens.count
    session.compose(
      (type, [], 1), clause: ChangeClause(verb: .add, action: "add", span: span, verbSpan: 0..<0),
      about: session.tail(of: span))
    return session.reading
  }
}
