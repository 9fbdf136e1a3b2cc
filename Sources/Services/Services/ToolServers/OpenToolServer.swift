import Basics
import CrewFile
import ModelContext

/// A server of tools that runs, with what it said of its tools when it was opened.
struct OpenToolServer: Sendable {
  let definition: ToolServerDefinition
  let client: ContextClient
  let tools: [RemoteTool]

  var digest: String { RemoteTool.digest(tools) }

  /// - Throws: `ModelContextError` where the tools are not those that a person looked at.
  func checkPin() throws(ModelContextError) {
    let how =
      "Look at them with `consilium mcp tools \(definition.name)`, then write 'digest: \(digest)' under '\(definition.name)' in the crew file and trust it again."
    guard let pinned = definition.digest else {
      throw ModelContextError(
        .changed, summary: "Tools that nobody looked at",
        detail: "\(definition.range): '\(definition.name)' has \(tools.count) tools and no digest. \(how)")
    }
    guard pinned.lowercased() == digest else {
      throw ModelContextError(
        .changed, summary: "Tools have changed",
        detail:
          "\(definition.range): '\(definition.name)' says something else of its tools than when its digest was written. \(how)"
      )
    }
  }
}
