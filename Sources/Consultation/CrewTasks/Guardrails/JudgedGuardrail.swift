/// A rule in free words, as CrewAI allows; the agent's own model judges it, asked apart from the task.
struct JudgedGuardrail: TaskGuardrail {
  let rule: String

  /// Nothing is known of it without asking; the runner does.
  func faults(in text: String) -> [String] { [] }
}
