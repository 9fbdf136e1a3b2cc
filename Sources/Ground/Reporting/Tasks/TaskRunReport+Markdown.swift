import Basics
import Templates

extension TaskRunReport {
  /// The report as Markdown; what the agents wrote stands as they wrote it.
  package func markdown() throws -> String {
    try PageTemplate.named("tasks.md", type: .text).render(values)
  }

  private var values: JSONValue {
    [
      "crew": .string(crew), "run": .string(run), "created": .string(created), "process": .string(process),
      "inputs": .array(
        inputs.sorted { $0.key < $1.key }.map { ["name": .string($0.key), "value": .string($0.value)] }),
      "hasInputs": .bool(!inputs.isEmpty), "tasks": .array(tasks.map(Self.value)),
      "calls": .string("\(usage.calls)"),
      "tokens": .string("\(usage.tokens)"), "usd": .string(Money.decimal(usage.usd, places: 4)),
      "exceeded": usage.exceeded.map(JSONValue.string) ?? .null,
    ]
  }

  private static func value(_ task: TaskReport) -> JSONValue {
    let refused = task.attempts.enumerated().filter { !$0.element.faults.isEmpty }
    return [
      "key": .string(task.key), "agent": .string(task.agent ?? "nobody"),
      "status": .string(task.status.rawValue),
      "reason": task.reason.isEmpty ? .null : .string(task.reason),
      "file": task.file.map(JSONValue.string) ?? .null,
      "after": task.after.isEmpty ? .null : .string(task.after.joined(separator: ", ")),
      "seconds": task.time.map { .string(Money.decimal($0.end - $0.start, places: 1)) } ?? .null,
      "output": task.output.map { .string($0.hasSuffix("\n") ? String($0.dropLast()) : $0) } ?? .null,
      "refused": .array(
        refused.map { place, attempt in
          ["number": .string("\(place + 1)"), "faults": .string(attempt.faults.joined(separator: " "))]
        }),
      "hasRefused": .bool(!refused.isEmpty),
      "hasParts": .bool(!(task.attempts.last?.parts ?? []).isEmpty),
      "parts": .array(
        (task.attempts.last?.parts ?? []).map {
          ["agent": .string($0.agent), "description": .string($0.description)]
        }),
    ]
  }
}
