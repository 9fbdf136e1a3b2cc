import Basics
import CrewFile
import Experts
import Reporting
import TaskGraph

/// Works through the tasks of a crew: each as soon as what it builds on is done, every call journalled before its answer is
/// used.
package struct TaskRunner: Sendable {
  let plan: TaskPlan
  let inputs: [String: String]
  /// Who answers for each agent, by its key.
  let experts: [String: any Expert]
  let steps: JournalledSteps
  let person: AskPerson
  let endings = TaskEndings()
  let delegations: DelegationCount

  package init(
    plan: TaskPlan, inputs: [String: String], experts: [String: any Expert], journal: any Journal,
    person: @escaping AskPerson
  ) {
    self.plan = plan
    self.inputs = inputs
    self.experts = experts
    steps = JournalledSteps(journal)
    self.person = person
    delegations = DelegationCount(limit: plan.process.delegations)
  }

  /// Runs what the journal does not have yet.
  /// - Parameter limit: tasks at the same time.
  /// - Returns: how every task ended, in the order of the crew file.
  /// - Throws: the journal's error when a step could not be kept, and `CancellationError`.
  package func run(limit: Int, observe: (TaskEvent) -> Void = { _ in }) async throws -> [TaskReport] {
    let outcomes = await plan.graph.walk(limit: limit, observe: observe) { node, _ in
      let ending = try await end(node.payload)
      endings.keep(ending, of: node.id)
      return ending
    }
    try Task.checkCancellation()
    return try plan.graph.nodes.map { node in
      guard let outcome = outcomes[node.id] else { throw CancellationError() }
      if case .failed(let error as JournalFailure) = outcome { throw error.cause }
      return report(node, outcome: outcome)
    }
  }

  private func report(
    _ node: TaskGraph<TaskPlan.Item>.Node, outcome: TaskOutcome<TaskEnding>
  ) -> TaskReport {
    let task = node.payload.task
    var report = TaskReport(
      key: task.key, agent: task.agent, status: .done, after: node.after + node.waitsFor)
    switch outcome {
    case .succeeded(let ending):
      report.add(ending.work)
      if ending.status == .notNeeded {
        report.status = .notNeeded
        report.reason = "Its condition '\(task.condition ?? "")' did not hold."
      } else {
        report.output = ending.text
        report.file = task.outputFile
      }
    case .failed(let error):
      let failure = error as? TaskFailure
      report.status = failure?.isWaiting == true ? .waiting : .failed
      report.reason = "\(error)"
      if let failure { report.add(failure.work) }
    case .skipped(let cause):
      report.status = .skipped
      report.reason = "It builds on '\(cause)', which did not succeed."
    }
    return report
  }

  private func end(_ item: TaskPlan.Item) async throws -> TaskEnding {
    if let condition = item.condition {
      var known: [String: TaskEnding] = [:]
      for key in condition.tasks { known[key] = endings[key] }
      guard try condition.holds(inputs: inputs, endings: known) else {
        return TaskEnding(status: .notNeeded, text: "", work: TaskWork())
      }
    }
    let context = item.context.compactMap { key -> TaskAssignment.Context? in
      guard let ending = endings[key], ending.status == .done else { return nil }
      return TaskAssignment.Context(task: key, text: ending.text)
    }
    return try await TaskAttempts(runner: self, item: item, context: context).ending()
  }

  func expert(_ key: String) throws -> any Expert {
    guard let expert = experts[key] else {
      throw CrewTasksError(
        .notRunnable, summary: "Nobody answers for an agent", detail: "No expert was given for '\(key)'.")
    }
    return expert
  }

  func profile(_ key: String) throws -> AgentProfile {
    guard let agent = plan.crew.agent(key) else {
      throw CrewTasksError(
        .notRunnable, summary: "No such agent", detail: "The crew has no agent '\(key)'.")
    }
    return AgentProfile(agent)
  }
}

extension TaskReport {
  fileprivate mutating func add(_ work: TaskWork) {
    attempts = work.attempts
    calls = work.calls
    tokens = work.inputTokens + work.outputTokens
    agent = work.attempts.last?.agent ?? agent
  }
}
