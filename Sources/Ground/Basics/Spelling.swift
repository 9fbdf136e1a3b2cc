/// Finds what a person may have meant.
package enum Spelling {
  /// The candidate within a third of the word's length in edits, the nearest first; nil where none is near.
  package static func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased())
    let limit = max(1, letters.count / 3)
    var best: (distance: Int, word: String)?
    for candidate in candidates {
      let other = Array(candidate.lowercased())
      guard abs(other.count - letters.count) <= limit else { continue }
      let distance = distance(letters, right: other)
      guard distance <= limit, distance < best?.distance ?? .max else { continue }
      best = (distance, candidate)
    }
    return best?.word
  }

  /// How many letters have to change to turn one word into the other: Levenshtein's distance.
  /// - Parameter swapsCountOnce: whether two neighbours that changed places are one change and not two.
  package static func distance(
    _ left: [Character], right: [Character], swapsCountOnce: Bool = true
  ) -> Int {
    edits(left, right: right, swapsCountOnce: swapsCountOnce)
  }

  /// As for letters, in bytes: thousands of names of a schema are compared for one message.
  package static func distance(_ left: [UInt8], right: [UInt8], swapsCountOnce: Bool = true) -> Int {
    edits(left, right: right, swapsCountOnce: swapsCountOnce)
  }

  /// Generic within this file only: other rooms would get the general, far slower code.
  private static func edits<Letter: Equatable>(
    _ left: [Letter], right: [Letter], swapsCountOnce: Bool
  ) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var before = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    var current = before
    for row in left.indices {
      current[0] = row + 1
      for column in right.indices {
        let isSame = left[row] == right[column]
        var cost = min(previous[column + 1] + 1, current[column] + 1, previous[column] + (isSame ? 0 : 1))
        if swapsCountOnce, row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column]
        {
          cost = min(cost, before[column - 1] + 1)
        }
        current[column + 1] = cost
      }
      swap(&before, &previous)
      swap(&previous, &current)
    }
    return previous[right.count]
  }
}
