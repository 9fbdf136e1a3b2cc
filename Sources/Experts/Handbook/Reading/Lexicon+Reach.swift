extension Lexicon {
  /// Words of an alarm about a failure: "when it fails".
  struct Failures: Sendable {
    var when: Set<String> = []
    var failing: Set<String> = []
    /// Words that point back at what the sentence began with.
    var back: Set<String> = []
  }

  /// Words of a claim about who gets in and nobody else: "only", "reachable", "from".
  struct Reach: Sendable {
    var only: Set<String> = []
    var reaching: Set<String> = []
    var from: Set<String> = []
    /// The port of what a word names: 22 for "ssh".
    var ports: [String: Int] = [:]
  }
}
