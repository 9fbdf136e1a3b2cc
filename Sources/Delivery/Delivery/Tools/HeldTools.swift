import Synchronization

/// The programs that were looked at for an apply, by workspace: what was looked at is what is run.
final class HeldTools: Sendable {
  private let tools = Mutex<[String: HeldTool]>([:])

  func keep(_ tool: HeldTool, for workspace: String) { tools.withLock { $0[workspace] = tool } }

  /// Nil where nothing was looked at.
  func tool(for workspace: String) -> HeldTool? { tools.withLock { $0[workspace] } }
}
