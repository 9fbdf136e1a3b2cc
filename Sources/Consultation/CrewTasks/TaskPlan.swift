import Basics
import CrewFile
import TaskGraph

/// The tasks of a crew, checked whole before anything is paid for.
package struct TaskPlan: Sendable {
  /// A task with everything it needs.
  package struct Item: Sendable {
    package let task: TaskDefinition
    /// Keys of the tasks whose results it gets, in order.
    let context: [String]
    let condition: TaskCondition?
    let guardrails: [any TaskGuardrail]
  }

  package let graph: TaskGraph<Item>
  package let crew: Crew
  package let process: TaskProcess

  /// - Parameters:
  ///   - crew: its placeholders filled.
  ///   - guardrails: what the checks that a task may name are.
  /// - Throws: `DiagnosticsError` with everything that is wrong with the tasks and where.
  package init(_ crew: Crew, guardrails: GuardrailCatalog) throws(DiagnosticsError) {
    guard !crew.tasks.isEmpty else {
      throw DiagnosticsError([
        Diagnostic(
          code: CrewTasksErrorCode.notRunnable.rawValue, summary: "A crew without tasks",
          detail:
            "'\(crew.name)' has nothing under 'tasks:'. A crew that consults is started with `consilium ask`.",
          range: crew.agents.first?.range)
      ])
    }
    let process = crew.process ?? .plain
    var faults = Self.faults(of: crew, process)
    var items: [Item] = []
    for (index, task) in crew.tasks.enumerated() {
      do throws(Diagnostic) {
        items.append(
          Item(
            task: task, context: TaskDependencies.context(of: index, in: crew.tasks),
            condition: try task.condition.map { text throws(Diagnostic) in try TaskCondition(text, of: task)
            },
            guardrails: try task.guardrails.map { guardrail throws(Diagnostic) in
              try guardrails.guardrail(guardrail)
            }))
      } catch {
        faults.append(error)
      }
    }
    guard faults.isEmpty else { throw DiagnosticsError(faults) }
    self.crew = crew
    self.process = process
    graph = try Self.graph(crew.tasks, items: items)
  }

  /// Keys of the agents that may have to answer.
  package var people: [String] {
    if process.kind == .hierarchical { return crew.agents.map(\.key) }
    let named = crew.tasks.compactMap(\.agent)
    let isOpen = process.depth > 0 && named.contains(where: process.delegators.contains)
    return crew.agents.map(\.key).filter { isOpen || named.contains($0) }
  }

  private static func graph(
    _ tasks: [TaskDefinition], items: [Item]
  ) throws(DiagnosticsError) -> TaskGraph<Item> {
    do throws(TaskGraphError) {
      let order = try TaskDependencies.graph(tasks)
      return try TaskGraph(
        zip(order.nodes, items).map { node, item in
          .init(
            id: node.id, after: node.after,
            waitsFor: (item.condition?.tasks ?? []).filter { !node.after.contains($0) }, payload: item)
        })
    } catch {
      throw DiagnosticsError([
        Diagnostic(
          code: "tasks.order", summary: "Tasks that cannot be put in an order",
          detail: "By 'context:' and 'condition:', \(error).", range: tasks.first?.range)
      ])
    }
  }

  private static func faults(of crew: Crew, _ process: TaskProcess) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    var files: [String: String] = [:]
    func fault(_ summary: String, detail: String, task: TaskDefinition) {
      faults.append(Diagnostic(code: "tasks.definition", summary: summary, detail: detail, range: task.range))
    }
    for task in crew.tasks {
      if task.agent == nil, process.kind == .sequential {
        fault(
          "A task without an agent",
          detail: "'\(task.key)' needs 'agent:', or the crew 'process: hierarchical'.",
          task: task)
      }
      guard let file = task.outputFile else { continue }
      let parts = file.split(separator: "/", omittingEmptySubsequences: false)
      if parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) || file.contains("\0") {
        fault(
          "An output file elsewhere",
          detail:
            "'\(file)' of '\(task.key)' is not below the run's folder; a plain path like 'notes/report.md' is.",
          task: task)
      }
      if TaskFiles.reserved.contains(file) {
        fault(
          "A reserved file", detail: "'\(file)' of '\(task.key)' is written by the run itself.", task: task)
      }
      if let other = files.updateValue(task.key, forKey: file) {
        fault("A file of two tasks", detail: "'\(other)' and '\(task.key)' both write '\(file)'.", task: task)
      }
    }
    return faults
  }
}
