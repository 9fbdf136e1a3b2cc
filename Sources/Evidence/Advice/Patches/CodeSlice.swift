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
}
