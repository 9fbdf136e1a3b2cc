import Basics
import Vocabulary

/// A part of a file that is changed as a whole: a block of HCL, or a document of YAML.
struct CodeSlice: Hashable, Sendable {
  var file: String
  /// In bytes of the file as it was read.
  var range: Range<Int>
  var language: AdvicePatch.Language
  /// The line it begins at, from 1.
  var line: Int

  init(file: String, range: Range<Int>, language: AdvicePatch.Language, line: Int) {
    self.file = file
    self.range = range
    self.language = language
    self.line = line
  }

  /// What stands at a place of a file.
  init(_ place: SourceRange, language: AdvicePatch.Language) {
    self.init(
      file: place.file, range: place.start.offset..<place.end.offset, language: language,
      line: place.start.line)
  }
}
