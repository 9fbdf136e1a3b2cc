import Basics

/// What the trail keeps of a run's journal: how many steps it had, and the hash that covers them all.
struct JournalAnchor: Hashable {
  let steps: Int
  /// In hexadecimal; empty for no step.
  let hash: String

  init(steps: Int, hash: String) {
    self.steps = steps
    self.hash = hash
  }

  /// Read back from an entry's detail; nil where it has none.
  init?(_ detail: String) {
    guard let match = detail.firstMatch(of: /, (\d+) steps, sha256 ([0-9a-f]*)$/), let steps = Int(match.1)
    else { return nil }
    self.init(steps: steps, hash: String(match.2))
  }

  var text: String { "\(steps) steps, sha256 \(hash)" }
}
