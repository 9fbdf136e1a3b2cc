import Basics

/// What a server has to offer; it knows nothing of messages and transports.
///
/// An error that is a `ProtocolFault` goes to the client as such; `ToolFailure` becomes a result that a model can read;
/// of any other only its kind is told.
package protocol ContextProvider: Sendable {
  var identity: ProgramIdentity { get }
  /// For a model: what the server is for.
  var instructions: String { get }

  /// The same, in the same order, whenever this caller asks.
  func tools(for caller: ContextCaller) -> [ToolDefinition]
  func call(_ tool: String, arguments: JSONValue, in context: CallContext) async throws -> ToolResult

  func resources(for caller: ContextCaller) async throws -> [ResourceDefinition]
  func templates(for caller: ContextCaller) -> [ResourceDefinition]
  /// - Returns: nil where there is no such resource for this caller.
  func read(_ address: String, in context: CallContext) async throws -> ResourceContents?

  func prompts(for caller: ContextCaller) -> [PromptDefinition]
  /// - Returns: what the person says to the model.
  func prompt(_ name: String, arguments: [String: String], in context: CallContext) async throws
    -> [ContentBlock]

  /// What an argument of a prompt or a template's name could be, the best first.
  /// - Parameter reference: the prompt's name or the template's address.
  func completions(
    of argument: String, beginning: String, reference: String, caller: ContextCaller
  ) async throws -> [String]
}
