/// Compares two rows of tokens in time by the product of their lengths, with the memory of one row.
struct PatternTable {
  typealias Token = PolicyPattern.Token

  private let first: [Token]
  private let second: [Token]

  init(_ first: [Token], other second: [Token]) {
    self.first = first
    self.second = second
  }

  /// - Parameters:
  ///   - same: whether two tokens stand for the same.
  ///   - spans: whether a token, of the first row or of the second, can also stand for a text that holds another token; for
  ///     nothing at all where there is none.
  func holds(
    same: (Token, Token) -> Bool, spans: (_ isFirst: Bool, _ token: Token, _ other: Token?) -> Bool
  ) -> Bool {
    let count = second.count
    var below = [Bool](repeating: false, count: count + 1)
    below[count] = true
    // The last row: what is left of the second has to be able to be nothing.
    for column in stride(from: count - 1, through: 0, by: -1) {
      below[column] = spans(false, second[column], nil) && below[column + 1]
    }
    for token in first.reversed() {
      let isSpan = spans(true, token, nil)
      var row = [Bool](repeating: false, count: count + 1)
      row[count] = isSpan && below[count]
      for column in stride(from: count - 1, through: 0, by: -1) {
        let other = second[column]
        row[column] =
          isSpan && (below[column] || spans(true, token, other) && row[column + 1])
          || spans(false, other, nil) && (row[column + 1] || spans(false, other, token) && below[column])
          || same(token, other) && below[column + 1]
      }
      below = row
    }
    return below[0]
  }
}
