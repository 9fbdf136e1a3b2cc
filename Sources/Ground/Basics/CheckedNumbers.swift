extension Int {
  /// The whole part of a number, and the nearest end of `Int` for what lies beyond it; 0 for what is no number. For
  /// ranks, counts and words to people: where a wrong number must not go on, `Int(exactly:)` says that it does not fit.
  package init(saturating number: Double) {
    self = Int(exactly: number.rounded(.towardZero)) ?? (number > 0 ? .max : number < 0 ? .min : 0)
  }

  /// The sum, or the nearest end of `Int`.
  package func addingSaturated(_ other: Int) -> Int {
    let (sum, overflows) = addingReportingOverflow(other)
    return overflows ? (other > 0 ? .max : .min) : sum
  }

  /// The product, or the nearest end of `Int`.
  package func multipliedSaturated(by other: Int) -> Int {
    let (product, overflows) = multipliedReportingOverflow(by: other)
    return overflows ? ((self < 0) == (other < 0) ? .max : .min) : product
  }
}

extension Double {
  /// The number a text from outside holds. Nil for what is none, and for what a parser of C reads besides: `nan`,
  /// `inf`, hexadecimal, and digits beyond the largest number.
  package init?(finite text: some StringProtocol) {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }),
      let number = Double(text), number.isFinite
    else { return nil }
    self = number
  }
}
