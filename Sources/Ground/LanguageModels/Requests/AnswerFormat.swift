import Basics

/// The form of a structured answer.
package struct AnswerFormat: Hashable, Sendable {
  /// What providers call the form: letters, digits and `_`.
  package var name: String
  /// A JSON Schema (2020-12) whose root is an object, as native structured output demands.
  package var schema: JSONValue

  package init(name: String, schema: JSONValue) {
    self.name = name
    self.schema = schema
  }
}
