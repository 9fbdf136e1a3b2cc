/// Finds what a person may have meant.
package enum Spelling {
  /// How far a word may be from what is taken for it.
  package enum Reach: Sendable {
    /// A third of the word's letters, at least one, whatever their case; two that changed places are one mistake.
    case person
    /// Two edits, one for names below four letters, letter by letter: what the infrastructure tools suggest.
    case tool
  }

  /// The nearest candidate within reach, of two as near the first for people and by name for tools; nil where none is near.
  package static func nearest(
    to word: String, in candidates: some Sequence<String>, within reach: Reach = .person
  ) -> String? {
    switch reach {
    case .person:
      let letters = Array(word.lowercased())
      return nearest(candidates, limit: max(1, letters.count / 3)) { candidate, limit in
        let other = Array(candidate.lowercased())
        return abs(other.count - letters.count) > limit ? nil : distance(letters, right: other)
      }
    case .tool:
      let letters = Array(word.utf8)
      return nearest(candidates.sorted(), limit: letters.count < 4 ? 1 : 2) { candidate, limit in
        guard abs(candidate.utf8.count - letters.count) <= limit else { return nil }
        return distance(letters, right: Array(candidate.utf8), swapsCountOnce: false)
      }
    }
  }

  /// ` Did you mean 'x'?` for the nearest candidate, or nothing where none is near.
  package static func hint(for word: String, among candidates: some Sequence<String>) -> String {
    nearest(to: word, in: candidates).map { " Did you mean '\($0)'?" } ?? ""
  }

  /// - Parameter distance: nil where it is certainly above the limit.
  private static func nearest(
    _ candidates: some Sequence<String>, limit: Int, distance: (String, Int) -> Int?
  ) -> String? {
    var best: (distance: Int, word: String)?
    for candidate in candidates {
      guard let found = distance(candidate, limit), found <= limit, found < best?.distance ?? .max else {
        continue
      }
      best = (found, candidate)
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
