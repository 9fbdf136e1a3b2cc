import Basics

/// A change of one place of a text.
struct MistakeEdit {
  let bytes: Range<Int>
  let text: String
  /// What is changed, in a word.
  let what: String

  init(replacing range: SourceRange, _ text: String, what: String) {
    bytes = range.start.offset..<range.end.offset
    self.text = text
    self.what = what
  }

  init(after range: SourceRange, _ text: String, what: String) {
    bytes = range.end.offset..<range.end.offset
    self.text = text
    self.what = what
  }
}
