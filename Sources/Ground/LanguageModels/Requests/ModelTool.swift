import Basics

/// A tool as a model sees it.
package struct ModelTool: Hashable, Sendable {
  /// Letters, digits, `_` and `-`, at most 64.
  package var name: String
  /// What it does and when to use it.
  package var description: String
  /// A JSON Schema of an object.
  package var parameters: JSONValue

  package init(name: String, description: String, parameters: JSONValue) {
    self.name = name
    self.description = description
    self.parameters = parameters
  }
}
