/// An argument of a resource type that a request speaks of, with the value it is to have.
package struct ArgumentWish: Hashable, Sendable {
  package var type: String
  /// Names from the outermost block in: `["metadata_options", "http_tokens"]`.
  package var path: [String]
  /// The value, as a configuration writes it.
  package var source: String
  /// The words that name the argument and the value, in the text.
  package var ranges: [Range<String.Index>]
  /// Holds of a resource whose argument has the value, over `self`.
  package var condition: String
}
