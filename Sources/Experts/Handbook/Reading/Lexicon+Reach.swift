extension Lexicon {
  /// Words of a claim about who gets in and nobody else: "only", "reachable", "from".
  struct Reach: Sendable {
    var only: Set<String> = []
    var reaching: Set<String> = []
    var from: Set<String> = []
  }
}
