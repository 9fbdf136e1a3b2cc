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

  /// The schema without the keywords that OpenAI's strict mode refuses; the answer is validated against all of them.
  var strictSchema: JSONValue { Self.strict(schema) }

  private static func strict(_ schema: JSONValue) -> JSONValue {
    switch schema {
    case .array(let elements): .array(elements.map(strict))
    case .object(let members):
      .object(
        members.filter { !($0.key == "maxLength" && $0.value.integer != nil) }.map {
          JSONMember($0.key, strict($0.value))
        })
    default: schema
    }
  }
}
