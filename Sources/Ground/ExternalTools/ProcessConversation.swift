/// A process that runs: what it is told, and the lines it says.
package struct ProcessConversation: Sendable {
  /// Writes bytes to its standard input.
  package let write: @Sendable ([UInt8]) async throws -> Void
  /// Hands over each line of its standard output as it comes, until the process closes it.
  package let lines: @Sendable (@Sendable (String) async throws -> Void) async throws -> Void
}
