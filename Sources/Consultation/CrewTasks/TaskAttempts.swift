import Basics
import CrewFile
import Experts
import Reporting
import TaskGraph

/// One task until its result is taken: attempts, guardrails, the manager's review, and what a person says.
struct TaskAttempts: Sendable {
  let runner: TaskRunner
  let item: TaskPlan.Item
  let context: [TaskAssignment.Context]

  /// How often a person may send a result back.
  private static let mostReplies = 20

  private var task: TaskDefinition { item.task }

  /// - Throws: `TaskFailure` with what was done until then; the journal's errors as they are.
  func ending() async throws -> TaskEnding {
    var work = TaskWork()
    do {
      let text = try await result(&work)
      return TaskEnding(status: .done, text: text, work: work)
    } catch  where error is CancellationError || error is JournalFailure {
      throw error
    } catch {
      throw TaskFailure(cause: error, work: work)
    }
  }

  private func result(_ work: inout TaskWork) async throws -> String {
    var clock = WorkClock(limit: task.maximumSeconds, task: task.key)
    var feedback: String?
    var refusals = 0
    var replies = 0
    while true {
      let number = work.attempts.count + 1
      let before = (text: work.attempts.last?.text, feedback: feedback)
      let (result, agent, parts) = try await clock.measured { [number] in
        try await TaskDelivery(
          attempts: self, number: number, previous: before.text, feedback: before.feedback
        )
        .result()
      }
      work.add(result, by: agent, parts: parts)
      let faults = try await clock.measured { [number] () async throws -> [Fault] in
        try await self.faults(in: result.text, number)
      }
      if !faults.isEmpty {
        work.refuse(faults.map(\.text))
        refusals += 1
        guard refusals <= task.guardrailRetries else { throw refused(faults) }
        feedback = faults.map(\.text).joined(separator: "\n")
        continue
      }
      guard task.asksPerson else { return result.text }
      replies += 1
      guard let reply = try await reply(result.text, number: replies) else { return result.text }
      guard replies < Self.mostReplies else {
        throw CrewTasksError(
          .notAccepted, summary: "A person kept sending the result back",
          detail: "'\(task.key)' was sent back \(replies) times.")
      }
      work.refuse([reply])
      feedback = reply
    }
  }

  /// What is wrong with a result, and who says so.
  private struct Fault {
    let text: String
    let code: CrewTasksErrorCode
  }

  private func refused(_ faults: [Fault]) -> CrewTasksError {
    let isGuardrail = faults.contains { $0.code == .guardrail }
    return CrewTasksError(
      isGuardrail ? .guardrail : .notAccepted,
      summary: isGuardrail
        ? "A guardrail did not let the result pass" : "The manager did not accept the result",
      detail:
        "'\(task.key)' was made \(task.guardrailRetries + 1) times. Of the last: \(faults.map(\.text).joined(separator: " "))"
    )
  }

  private func faults(in text: String, _ attempt: Int) async throws -> [Fault] {
    var faults = item.guardrails.flatMap { $0.faults(in: text) }.map { Fault(text: $0, code: .guardrail) }
    // Calls are for results that the free checks let pass.
    for (index, guardrail) in item.guardrails.enumerated() where faults.isEmpty {
      guard let judged = guardrail as? JudgedGuardrail else { continue }
      let judge = task.agent ?? runner.plan.process.manager ?? ""
      if let fault = try await assessment(
        text, by: judge, rule: judged.rule, step: "judged-\(attempt)/\(index + 1)")
      {
        faults.append(Fault(text: fault, code: .guardrail))
      }
    }
    guard faults.isEmpty, runner.plan.process.kind == .hierarchical, let manager = runner.plan.process.manager
    else { return faults }
    let fault = try await assessment(text, by: manager, rule: nil, step: "review-\(attempt)")
    return fault.map { [Fault(text: $0, code: .notAccepted)] } ?? []
  }

  private func assessment(_ text: String, by key: String, rule: String?, step: String) async throws
    -> String?
  {
    let assignment = AssessmentAssignment(
      agent: try runner.profile(key), description: task.description, expectedOutput: task.expectedOutput,
      rule: rule, result: text)
    let expert = try runner.expert(key)
    let assessment = try await runner.steps.value(
      "task/\(task.key)/\(step)", as: Assessment.self, keeps: Self.isKept
    ) {
      try await expert.assess(assignment)
    }
    return assessment.isAccepted ? nil : assessment.feedback
  }

  /// What a person wants changed; nil where the result is accepted.
  private func reply(_ text: String, number: Int) async throws -> String? {
    let question = PersonQuestion(task: task.key, result: text, number: number)
    let reply = try await runner.steps.value(
      "task/\(task.key)/person-\(number)", as: String.self, keeps: Self.isKept
    ) {
      guard let reply = try await runner.person(question) else {
        throw CrewTasksError(
          .waiting, summary: "A person has to answer",
          detail:
            "'\(task.key)' has 'human_input: true', and nobody is at a terminal. `consilium resume RUN --answer \(task.key)=` accepts its result; a text after the '=' is what has to change."
        )
      }
      return reply
    }
    return reply.allSatisfy(\.isWhitespace) ? nil : reply
  }

  /// Whether a failure is the task's own and stays; one that another life of the run may not meet is tried again.
  static func isKept(_ error: any Error) -> Bool {
    (error as? CrewTasksError)?.code != .waiting
  }
}
