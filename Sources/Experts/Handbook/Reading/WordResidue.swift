import Experts
import Vocabulary

/// What a text says besides the names of resource types: the words that something else would have to decide.
struct WordResidue {
  let lexicon: Lexicon

  /// Lower case and singular, in their order; none where the text only names the types.
  func words(of text: String, besides types: [String]) -> [String] {
    let names = Set(types.flatMap { RequestText.words($0) })
    return RequestText(text).tokens.map(\.normal).filter {
      !names.contains($0) && !lexicon.ignored.contains($0)
    }
  }
}
