import Basics

/// A text that a person picks and a client fills in.
package struct PromptDefinition: Sendable {
  /// One of its arguments, always a text.
  package struct Argument: Sendable {
    package var name: String
    package var description: String
    package var isRequired: Bool

    package init(name: String, description: String, isRequired: Bool) {
      self.name = name
      self.description = description
      self.isRequired = isRequired
    }
  }

  package var name: String
  package var title: String
  package var description: String
  package var arguments: [Argument]

  package init(name: String, title: String, description: String, arguments: [Argument]) {
    self.name = name
    self.title = title
    self.description = description
    self.arguments = arguments
  }

  var json: JSONValue {
    .members([
      ("name", .string(name)), ("title", .string(title)), ("description", .string(description)),
      (
        "arguments",
        .array(
          arguments.map {
            [
              "name": .string($0.name), "description": .string($0.description),
              "required": .bool($0.isRequired),
            ]
          })
      ),
    ])
  }
}
