import Experts
import Basics

/// Something an agent may look up or compute while it works. No tool of ours writes, and none reaches a network; those of
/// other servers do what a person trusted them to.
package protocol AgentTool: Sendable {
  /// The name in `tools:` of `agents.yaml`; what it does stands in `prompts/tools/NAME.md`.
  var name: String { get }
  /// A JSON Schema of its arguments.
  var parameters: JSONValue { get }
  /// What another server says of its tool; nil for our own, which `prompts/` describes.
  var foreign: ForeignDescription? { get }

  /// - Parameter arguments: fit `parameters`.
  /// - Returns: the result as the model reads it.
  func call(_ arguments: JSONValue) async throws -> String
}

extension AgentTool {
  package var foreign: ForeignDescription? { nil }
}
