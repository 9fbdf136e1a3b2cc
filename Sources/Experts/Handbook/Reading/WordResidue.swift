import Experts
import Vocabulary

/// What a text says besides the names of resource types: the words that something else would have to decide.
struct WordResidue {
  let lexicon: Lexicon

  /// Lower case and singular, in their order; none where the text only names the types.
  /// - Parameter count: a number that is accounted for, besides one.
  func words(of text: String, besides types: [String], count: Int) -> [String] {
    let names = Set(types.flatMap { RequestText.words($0) })
    return RequestText(text).tokens.map(\.normal).filter { word in
      if let number = FormFinder.number(word), !["a", "an"].contains(word) {
        return number != 1 && number != Double(count)
      }
      return !names.contains(word) && !lexicon.ignored.contains(word)
    }
  }
}
