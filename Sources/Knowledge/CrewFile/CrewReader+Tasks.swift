import Basics
import StrictYAML
import TaskGraph

extension CrewReader {
  mutating func task(_ pair: YAMLNode.Pair) -> TaskDefinition {
    let block = fields(pair.value, place: "task '\(pair.key)'", allowed: CrewKeys.task)
    return TaskDefinition(
      key: pair.key, description: needed(block["description"], name: "description", pair: pair),
      expectedOutput: needed(block["expected_output"], name: "expected_output", pair: pair),
      agent: block["agent"]?.text,
      context: block["context"].map { names($0, name: "context") },
      runsAsynchronously: flag(block["async_execution"], name: "async_execution") ?? false,
      outputFile: block["output_file"]?.text,
      asksPerson: flag(block["human_input"], name: "human_input") ?? false,
      guardrails: (block["guardrail"].map { [$0] } ?? []).compactMap { guardrail($0) }
        + list(block["guardrails"], name: "guardrails").compactMap { guardrail($0) },
      guardrailRetries: integer(block["guardrail_max_retries"], name: "guardrail_max_retries", range: 0...20)
        ?? 3,
      condition: block["condition"]?.text,
      maximumSeconds: integer(block["max_execution_time"], name: "max_execution_time", range: 1...86_400),
      wantsMarkdown: flag(block["markdown"], name: "markdown") ?? false,
      range: SourceRange(file: file, start: block["agent"]?.position ?? pair.keyPosition))
  }

  /// `json`, a sentence, or a mapping of one check to what it is held to: `max_words: 300`.
  private mutating func guardrail(_ node: YAMLNode) -> TaskDefinition.Guardrail? {
    let range = SourceRange(file: file, start: node.position)
    if let text = node.text {
      return TaskDefinition.Guardrail(name: text, argument: nil, range: range)
    }
    guard let pairs = node.pairs, let pair = pairs.first, pairs.count == 1 else {
      report(
        node, summary: "Wrong type",
        detail: "A guardrail is a name, a sentence, or one name with its value: 'max_words: 300'."
      )
      return nil
    }
    return TaskDefinition.Guardrail(name: pair.key, argument: pair.value.json, range: range)
  }

  /// Agents and contexts of the tasks have to be there, and no task may wait for itself.
  mutating func check(_ tasks: [TaskDefinition], agents: Set<String>) {
    let known = Set(tasks.map(\.key))
    for task in tasks {
      if let agent = task.agent, !agents.contains(agent) {
        let hint = Spelling.hint(for: agent, among: agents.sorted())
        report(
          at: task.range.start, summary: "Unknown agent",
          detail: "The task '\(task.key)' names the agent '\(agent)', which is not under 'agents:'.\(hint)")
      }
      for context in task.context ?? [] where !known.contains(context) {
        let hint = Spelling.hint(for: context, among: known.sorted())
        report(
          at: task.range.start, summary: "Unknown task",
          detail: "The context of task '\(task.key)' names '\(context)', which is not under 'tasks:'.\(hint)")
      }
    }
    let whole = tasks.map { task in
      var task = task
      task.context = task.context?.filter(known.contains)
      return task
    }
    do throws(TaskGraphError) {
      _ = try TaskDependencies.graph(whole)
    } catch {
      var place = SourcePosition()
      if case .cycle(let ids) = error, let first = tasks.first(where: { ids.contains($0.key) }) {
        place = first.range.start
      }
      report(at: place, summary: "Tasks in a cycle", detail: "In 'context:', \(error).")
    }
  }
}
