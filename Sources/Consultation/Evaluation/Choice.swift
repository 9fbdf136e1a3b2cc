import Vocabulary

/// What a way of choosing chose for a request: files to save, and how right it is.
struct Choice: Sendable {
  var files: [Artifact]
  var model: String
  /// 0 or 1, or a mean where the way is a chance.
  var right: Double
  var isChanged: Bool
  var passes: Bool
  /// Whether it was revised from an answer that was right as it stood.
  var isFromRight = false
}
