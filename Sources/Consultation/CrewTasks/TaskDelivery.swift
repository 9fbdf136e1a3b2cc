import Basics
import CrewFile
import Experts
import Reporting
import TaskGraph

/// One attempt at a task: by its agent, or in parts by those to whom the manager or the agent gives them.
struct TaskDelivery: Sendable {
  typealias Delivered = (result: TaskResult, agent: String, parts: [TaskReport.Part])

  let attempts: TaskAttempts
  /// 1 for the first.
  let number: Int
  /// What the attempt before gave, and why it was not taken.
  let previous: String?
  let feedback: String?

  /// Parts into which one piece of work is divided at most.
  private static let mostParts = 6

  private var runner: TaskRunner { attempts.runner }
  private var task: TaskDefinition { attempts.item.task }
  private var process: TaskProcess { runner.plan.process }

  /// A piece of work: the whole task, or a part that was handed on.
  private struct Piece {
    /// The journal's key of what is done about it.
    var key: String
    var description: String
    var expectedOutput: String
    var context: [TaskAssignment.Context]
    /// How often it was handed on.
    var depth: Int
    var isWhole: Bool { depth == 0 }
  }

  func result() async throws -> Delivered {
    let piece = Piece(
      key: "task/\(task.key)/answer-\(number)", description: task.description,
      expectedOutput: task.expectedOutput, context: attempts.context, depth: 0)
    guard process.kind == .hierarchical, let manager = process.manager else {
      guard let agent = task.agent else {
        throw CrewTasksError(
          .notRunnable, summary: "A task without an agent", detail: "'\(task.key)' has nobody who does it.")
      }
      return try await worked(piece, by: agent)
    }
    // What the crew file already decided is not asked again.
    if let agent = task.agent, agent != manager { return try await worked(piece, by: agent) }
    if let delivered = try await divided(piece, by: manager, mayKeep: false) { return delivered }
    return try await done(piece, by: manager)
  }

  /// By an agent that may hand parts on where the crew lets it.
  private func worked(_ piece: Piece, by agent: String) async throws -> Delivered {
    if process.delegators.contains(agent), piece.depth < process.depth,
      let delivered = try await divided(piece, by: agent, mayKeep: true)
    {
      return delivered
    }
    return try await done(piece, by: agent)
  }

  private func done(_ piece: Piece, by agent: String) async throws -> Delivered {
    let assignment = TaskAssignment(
      agent: try runner.profile(agent), description: piece.description, expectedOutput: piece.expectedOutput,
      context: piece.context, feedback: feedback, previous: feedback == nil ? nil : previous,
      wantsMarkdown: piece.isWhole && task.wantsMarkdown)
    let expert = try runner.expert(agent)
    let seconds = runner.plan.crew.agent(agent)?.maximumSeconds ?? 300
    let late = CrewTasksError(
      .late, summary: "An agent did not answer in time",
      detail: "'\(agent)' took longer than its max_execution_time of \(seconds) s.")
    let result = try await runner.steps.value(piece.key, as: TaskResult.self, keeps: TaskAttempts.isKept) {
      try await withTimeout(.seconds(seconds), error: late) { try await expert.perform(assignment) }
    }
    return (result, agent, [])
  }

  /// In parts, one after the other; nil where whoever divides keeps the work.
  private func divided(_ piece: Piece, by divider: String, mayKeep: Bool) async throws -> Delivered? {
    let coworkers = runner.plan.crew.agents.map(\.key).filter { $0 != divider }
    guard !coworkers.isEmpty else { return nil }
    let assignment = DelegationAssignment(
      agent: try runner.profile(divider), description: piece.description,
      expectedOutput: piece.expectedOutput,
      context: piece.context, coworkers: try coworkers.map(runner.profile), maximumSteps: Self.mostParts,
      mayKeep: mayKeep)
    let expert = try runner.expert(divider)
    let delegation = try await runner.steps.value(
      "\(piece.key)/plan", as: Delegation.self, keeps: TaskAttempts.isKept
    ) { try await expert.delegate(assignment) }
    guard !delegation.steps.isEmpty else { return nil }
    try runner.delegations.take(delegation.steps.count)
    var parts: [TaskReport.Part] = []
    var used = TaskResult(text: "")
    for (index, step) in delegation.steps.enumerated() {
      let context =
        piece.context + parts.enumerated().map { .init(task: "part \($0.offset + 1)", text: $0.element.text) }
      let part = Piece(
        key: "\(piece.key)/part-\(index + 1)", description: step.description,
        expectedOutput: step.expectedOutput, context: context, depth: piece.depth + 1)
      let delivered = try await worked(part, by: step.agent)
      used.add(delivered.result)
      parts += delivered.parts
      parts.append(
        TaskReport.Part(agent: step.agent, description: step.description, text: delivered.result.text))
    }
    // One part is the whole; several are put together by whoever divided them.
    guard delegation.steps.count > 1 else {
      return (used.with(text: parts.last?.text ?? ""), delegation.steps[0].agent, parts)
    }
    var whole = piece
    whole.key += "/whole"
    whole.context += parts.enumerated().map { .init(task: "part \($0.offset + 1)", text: $0.element.text) }
    let delivered = try await done(whole, by: divider)
    used.add(delivered.result)
    return (used.with(text: delivered.result.text), divider, parts)
  }
}

extension TaskResult {
  fileprivate mutating func add(_ other: TaskResult) {
    calls += other.calls
    inputTokens += other.inputTokens
    outputTokens += other.outputTokens
  }

  fileprivate func with(text: String) -> TaskResult {
    var result = self
    result.text = text
    return result
  }
}
