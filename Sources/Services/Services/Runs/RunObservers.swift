import TaskGraph
import Vocabulary

/// What a person may want to follow.
package struct RunObservers: Sendable {
  package var experts: @Sendable ([ExpertIdentity]) -> Void
  package var brief: @Sendable (Brief) -> Void
  /// The steps of the run with their titles, before the first starts.
  package var steps: @Sendable ([(key: String, title: String)]) -> Void
  package var step: @Sendable (TaskEvent) -> Void
  /// What a person should know of while models work, as a call that is made again.
  package var notice: @Sendable (String) -> Void

  package init(
    experts: @escaping @Sendable ([ExpertIdentity]) -> Void = { _ in },
    brief: @escaping @Sendable (Brief) -> Void = { _ in },
    steps: @escaping @Sendable ([(key: String, title: String)]) -> Void = { _ in },
    step: @escaping @Sendable (TaskEvent) -> Void = { _ in },
    notice: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.experts = experts
    self.brief = brief
    self.steps = steps
    self.step = step
    self.notice = notice
  }
}
