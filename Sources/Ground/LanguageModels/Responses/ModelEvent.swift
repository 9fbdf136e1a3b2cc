/// What is heard of an answer while it grows.
package enum ModelEvent: Hashable, Sendable {
  /// The next piece of text.
  case text(String)
  /// The model began to call a tool.
  case toolCall(name: String)
  /// The call is made again after this long, because of `reason`.
  case retry(after: Duration, reason: String)
}
