/// A step of a compiled expression.
enum Instruction: Hashable, Sendable {
  case scalar(ScalarSet)
  /// Tries the first way before the second.
  case split(Int, Int)
  case jump(Int)
  case assert(Assertion)
  case match

  enum Assertion: Hashable, Sendable {
    case start, end, wordBoundary, noWordBoundary, lineStart, lineEnd
  }
}
