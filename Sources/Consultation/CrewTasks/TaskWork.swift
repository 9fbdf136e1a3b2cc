import Experts
import Reporting

/// What was done for one task so far; kept also where the task fails in the end.
struct TaskWork: Sendable, Hashable {
  var attempts: [TaskReport.Attempt] = []
  var calls = 0
  var inputTokens = 0
  var outputTokens = 0

  mutating func add(_ result: TaskResult, by agent: String, parts: [TaskReport.Part]) {
    attempts.append(TaskReport.Attempt(agent: agent, parts: parts, text: result.text, faults: []))
    count(result)
  }

  mutating func count(_ result: TaskResult) {
    calls += result.calls
    inputTokens += result.inputTokens
    outputTokens += result.outputTokens
  }

  /// Says what was wrong with the last attempt.
  mutating func refuse(_ faults: [String]) {
    guard !attempts.isEmpty else { return }
    attempts[attempts.count - 1].faults += faults
  }
}
