import Basics

/// What a tool gives.
package struct ToolResult: Sendable, Hashable {
  package var content: [ContentBlock]
  /// By the tool's output schema; nil for a failure.
  package var structured: JSONValue?
  /// Whether the tool could not do its work; the content says why, so that a model can do better.
  package var isError: Bool

  /// - Parameter structured: given as text, too, for clients that read only that.
  package init(structured: JSONValue, content: [ContentBlock] = []) {
    self.content = [.text(structured.compact)] + content
    self.structured = structured
    isError = false
  }

  /// A failure that a model can read.
  package init(failure: String) {
    content = [.text(failure)]
    isError = true
  }

  package var json: JSONValue {
    .members([
      ("content", .array(content.map(\.json))), ("structuredContent", structured),
      ("isError", isError ? true : nil),
    ])
  }
}
