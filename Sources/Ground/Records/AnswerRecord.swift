import Basics

/// A model's answer that is kept to be given again.
package struct AnswerRecord: Sendable, Hashable {
  /// SHA-256 of the canonical request.
  package var key: String
  /// `provider/model`.
  package var model: String
  /// RFC 3339, UTC.
  package var created: String
  package var value: JSONValue

  package init(key: String, model: String, created: String, value: JSONValue) {
    self.key = key
    self.model = model
    self.created = created
    self.value = value
  }
}
