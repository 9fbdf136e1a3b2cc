import Basics
import LanguageModels
import Vocabulary

extension ModelExpert {
  package func perform(_ assignment: TaskAssignment) async throws -> TaskResult {
    let words = try prompts.text(
      "steps/task",
      [
        "description": .string(assignment.description), "expected_output": .string(assignment.expectedOutput),
        "context": .array(assignment.context.map { ["task": .string($0.task), "text": .string($0.text)] }),
        "feedback": assignment.feedback.map(JSONValue.string) ?? .null,
      ])
    let (response, calls) = try await conversation.counted(try conversation.request(assignment.agent, words))
    return TaskResult(
      text: response.text, calls: calls, inputTokens: response.usage.input,
      outputTokens: response.usage.output)
  }
}
