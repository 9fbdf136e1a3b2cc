/// What the executor tells while it works.
package enum ToolProgress: Sendable, Hashable {
  /// What happens to one resource.
  package enum Phase: String, Sendable {
    case refreshing, refreshed, planned, started, working, done, failed
  }

  /// A tool's verb begins: `terraform 1.11.4 plan`.
  case step(String)
  /// What a person should know and what does not stop the work.
  case note(String)
  /// - detail: the action, or how it went; no secret.
  case resource(address: String, phase: Phase, detail: String)
}

/// Told of each piece of progress, from any task.
package typealias ProgressObserver = @Sendable (ToolProgress) -> Void
