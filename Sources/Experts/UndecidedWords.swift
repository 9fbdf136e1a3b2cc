/// Tells what a text says besides the names of resource types.
package struct UndecidedWords: Sendable {
  private let residue: WordResidue

  /// Throws where a file of the handbook is broken.
  package init() throws(ExpertError) {
    residue = WordResidue(lexicon: try Handbook.shared().reader.lexicon)
  }

  /// The first word that the types do not account for; nil where the text only names them.
  package func first(in text: String, besides types: [String]) -> String? {
    residue.words(of: text, besides: types).first
  }
}
