/// An expression as it was read.
indirect enum PatternTree {
  case empty
  case set(ScalarSet)
  case assert(Instruction.Assertion)
  case sequence([PatternTree])
  case choice([PatternTree])
  /// No most: without end.
  case repeated(PatternTree, least: Int, most: Int?, isLazy: Bool)
}
