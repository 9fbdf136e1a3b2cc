/// One thing in a document that a schema does not allow.
package struct SchemaViolation: Hashable, Sendable, CustomStringConvertible {
  /// A JSON pointer (RFC 6901) to the place in the document; empty for the whole.
  package var path: String
  /// The keyword that is violated: `required`.
  package var keyword: String
  /// What is wrong and what is expected.
  package var message: String

  package var description: String { "\(path.isEmpty ? "/" : path): \(message)" }
}
