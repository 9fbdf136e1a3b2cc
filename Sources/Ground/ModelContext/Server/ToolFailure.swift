/// Why a tool could not do its work, in words for a model: what was wrong and what to do.
package struct ToolFailure: Error, Sendable {
  package var message: String

  package init(_ message: String) {
    self.message = message
  }
}
