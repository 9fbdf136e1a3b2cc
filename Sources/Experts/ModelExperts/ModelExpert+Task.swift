import Experts
import Basics
import LanguageModels
import Vocabulary

extension ModelExpert {
  package func perform(_ assignment: TaskAssignment) async throws -> TaskResult {
    let words = try prompts.text(
      "steps/task",
      values: [
        "description": .string(assignment.description), "expected_output": .string(assignment.expectedOutput),
        "context": shown(assignment.context), "markdown": .bool(assignment.wantsMarkdown),
        "previous": assignment.previous.map(JSONValue.string) ?? .null,
        "feedback": assignment.feedback.map(JSONValue.string) ?? .null,
      ])
    let (response, calls) = try await conversation.runToolLoop(
      try conversation.request(assignment.agent, words: words))
    return TaskResult(
      text: response.text, calls: calls, inputTokens: response.usage.input,
      outputTokens: response.usage.output)
  }

  package func assess(_ assignment: AssessmentAssignment) async throws -> Assessment {
    let words = try prompts.text(
      "steps/assessment",
      values: [
        "description": .string(assignment.description), "expected_output": .string(assignment.expectedOutput),
        "rule": assignment.rule.map(JSONValue.string) ?? .null, "result": .string(assignment.result),
      ])
    let document = try await document(forms.assessment, agent: assignment.agent, words: words) { document in
      document["accepted"]?.bool == false && (document["feedback"]?.string ?? "").isEmpty
        ? ["/feedback: What has to change is missing."] : []
    }
    return Assessment(
      isAccepted: document["accepted"]?.bool ?? false, feedback: document["feedback"]?.string ?? "")
  }

  package func delegate(_ assignment: DelegationAssignment) async throws -> Delegation {
    let words = try prompts.text(
      "steps/delegation",
      values: [
        "description": .string(assignment.description), "expected_output": .string(assignment.expectedOutput),
        "context": shown(assignment.context), "most": .string("\(assignment.maximumSteps)"),
        "may_keep": .bool(assignment.mayKeep),
        "coworkers": .array(
          assignment.coworkers.map {
            ["key": .string($0.key), "role": .string($0.role), "goal": .string($0.goal)]
          }),
      ])
    let keys = assignment.coworkers.map(\.key)
    let sent = forms.delegation.choosing(["steps", "agent"], among: keys)
    let document = try await document(
      forms.delegation, sent: sent, agent: assignment.agent, words: words
    ) { document in
      let steps = document["steps"]?.array ?? []
      var faults = steps.compactMap { step -> String? in
        guard let key = step["agent"]?.string, !keys.contains(key) else { return nil }
        return "/steps: '\(key)' is nobody here; there are \(keys.joined(separator: ", "))."
      }
      if steps.isEmpty, !assignment.mayKeep { faults.append("/steps: At least one part is needed.") }
      if steps.count > assignment.maximumSteps {
        faults.append(
          "/steps: There are \(steps.count) parts, and at most \(assignment.maximumSteps) are allowed.")
      }
      return faults
    }
    return Delegation(
      steps: (document["steps"]?.array ?? []).map { step in
        Delegation.Step(
          agent: step["agent"]?.string ?? "", description: step["description"]?.string ?? "",
          expectedOutput: step["expected_output"]?.string ?? "")
      })
  }

  private func shown(_ context: [TaskAssignment.Context]) -> JSONValue {
    .array(context.map { ["task": .string($0.task), "text": .string($0.text)] })
  }

  /// What a crew's tasks need of its prompts; a crew that only consults does without.
  /// - Throws: `DiagnosticsError` where a prompt is missing or asks for what no step has.
  package static func checkTaskPrompts(_ prompts: PromptBook) throws {
    let work = ["description", "expected_output"]
    try prompts.check([
      ("steps/task", work + ["context", "task", "text", "feedback", "previous", "markdown"]),
      ("steps/assessment", work + ["rule", "result"]),
      (
        "steps/delegation",
        work + ["context", "task", "text", "coworkers", "key", "role", "goal", "most", "may_keep"]
      ),
    ])
  }
}
