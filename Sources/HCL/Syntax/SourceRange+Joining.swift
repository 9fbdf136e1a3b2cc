import Basics

extension SourceRange {
  /// From the start of this range to the end of `other`.
  func joined(with other: SourceRange) -> SourceRange {
    SourceRange(file: file, start: start, end: max(end, other.end))
  }
}
