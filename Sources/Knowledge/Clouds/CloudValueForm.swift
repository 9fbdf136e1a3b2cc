/// A form of texts that the cloud's provider demands by name, such as that of its identifiers.
package struct CloudValueForm: Hashable, Sendable {
  /// As messages name it.
  package let name: String
  /// The expression that the whole text matches.
  package let pattern: String
}
