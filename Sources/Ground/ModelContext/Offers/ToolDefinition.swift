import Basics

/// A tool as a server offers it.
package struct ToolDefinition: Sendable {
  /// 1 to 128 of letters, digits, `_`, `-` and `.`.
  package var name: String
  package var title: String
  /// For a model: when to use it and what comes back.
  package var description: String
  /// JSON Schema (2020-12) of the arguments, an object.
  package var input: JSONValue
  /// JSON Schema of the structured content; nil where there is none.
  package var output: JSONValue?
  package var annotations: Annotations
  /// Whether its work may take so long that a client that can is given a task.
  package var isLong: Bool
  /// The page that a client with MCP Apps shows the result in; nil for none.
  package var page: String?

  /// Hints for clients; nobody should rely on those of a server that is not trusted.
  package struct Annotations: Sendable, Hashable {
    /// Whether nothing but records of the tool's own is changed.
    package var readsOnly: Bool
    /// Whether it reaches beyond this machine.
    package var isOpenWorld: Bool

    package init(readsOnly: Bool = true, isOpenWorld: Bool = false) {
      self.readsOnly = readsOnly
      self.isOpenWorld = isOpenWorld
    }
  }

  package init(
    name: String, title: String, description: String, input: JSONValue, output: JSONValue?,
    annotations: Annotations = Annotations(), isLong: Bool = false, page: String? = nil
  ) {
    self.name = name
    self.title = title
    self.description = description
    self.input = input
    self.output = output
    self.annotations = annotations
    self.isLong = isLong
    self.page = page
  }

  package var json: JSONValue {
    .members([
      ("name", .string(name)), ("title", .string(title)), ("description", .string(description)),
      ("inputSchema", input), ("outputSchema", output),
      ("annotations", hints),
      ("_meta", page.map { ["ui": ["resourceUri": .string($0)]] }),
    ])
  }

  /// Nothing that is offered here destroys anything; whoever reads only need not say so.
  private var hints: JSONValue {
    .members([
      ("readOnlyHint", .bool(annotations.readsOnly)),
      ("destructiveHint", annotations.readsOnly ? nil : false),
      ("openWorldHint", .bool(annotations.isOpenWorld)),
    ])
  }
}
