/// A result of so many words.
struct WordCountGuardrail: TaskGuardrail {
  let range: ClosedRange<Int>

  func faults(in text: String) -> [String] {
    let words = text.split(whereSeparator: \.isWhitespace).count
    if words < range.lowerBound {
      return ["There are \(words) words, and at least \(range.lowerBound) are needed."]
    }
    return words > range.upperBound
      ? ["There are \(words) words, and at most \(range.upperBound) are allowed."] : []
  }
}
