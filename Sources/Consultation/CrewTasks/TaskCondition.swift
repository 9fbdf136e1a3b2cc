import Basics
import CrewFile
import HCL

/// When a task is needed: an expression over `inputs.NAME`, `task.KEY.output` and `task.KEY.status`.
struct TaskCondition: Sendable {
  /// Keys of the tasks it looks at.
  let tasks: [String]
  private let expression: HCLExpression
  private let text: String

  /// - Throws: a `Diagnostic` at the task where the expression cannot be read or names something else.
  init(_ text: String, of task: TaskDefinition) throws(Diagnostic) {
    func fault(_ detail: String) -> Diagnostic {
      Diagnostic(
        code: "tasks.condition", summary: "Condition without a meaning",
        detail: "The condition of task '\(task.key)', '\(text)': \(detail)", range: task.range)
    }
    do {
      expression = try HCLExpression(parsing: text, file: "condition")
    } catch {
      throw fault("\(error)")
    }
    var tasks: [String] = []
    for reference in expression.references {
      switch reference.root {
      case "inputs": continue
      case "task":
        guard let key = reference.steps.first?.name else {
          throw fault("'task' needs a key, as in 'task.research.output'.")
        }
        if !tasks.contains(key) { tasks.append(key) }
      default: throw fault("'\(reference.root)' is nothing here. There are 'inputs' and 'task'.")
      }
    }
    self.tasks = tasks
    self.text = text
  }

  /// - Throws: `CrewTasksError` where the answer is neither true nor false.
  func holds(inputs: [String: String], endings: [String: TaskEnding]) throws(CrewTasksError) -> Bool {
    let scope = Scope(variables: [
      "inputs": .object(inputs.mapValues { .string($0) }),
      "task": .object(
        endings.mapValues {
          .object(["output": .string($0.text), "status": .string($0.status.rawValue)])
        }),
    ])
    var evaluator = Evaluator(scope: scope)
    let value = evaluator.evaluate(expression)
    guard case .bool(let holds) = value else {
      let faults = evaluator.diagnostics.map { " \($0.detail)" }.joined()
      throw CrewTasksError(
        .condition, summary: "A condition has no answer",
        detail: "'\(text)' is neither true nor false.\(faults)")
    }
    return holds
  }
}
