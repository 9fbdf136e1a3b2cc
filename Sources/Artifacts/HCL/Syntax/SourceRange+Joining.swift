import Basics

extension SourceRange {
  /// From the start of this range to the end of `other`.
  package func joined(with other: SourceRange) -> SourceRange {
    SourceRange(file: file, start: start, end: max(end, other.end))
  }
}
