/// A stretch of the request that says what shall not be.
struct Exclusion: Sendable {
  /// From the word that denies to the last word of what it denies.
  var span: Range<Int>
  /// What it denies; empty where no rule understands it.
  var objects: [Mention]
}
