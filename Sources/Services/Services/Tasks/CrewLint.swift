import Basics
import CrewFile
import CrewTasks
import Evidence
import Experts
import ModelExperts

/// What is allowed in a crew and changes nothing, and whether its tasks could run.
package struct CrewLint: Sendable {
  package let warnings: [Diagnostic]
  /// What was checked, in one line.
  package let summary: String

  /// - Parameters:
  ///   - path: a crew file, or a project's folder.
  ///   - prompts: the folder of the prompts of a project that has none.
  /// - Throws: `DiagnosticsError` with everything that is wrong.
  package init(_ path: String, prompts: String) throws {
    let project = try CrewProject(at: path)
    let file = try CrewFile.load(project, prompts: prompts)
    warnings = try CrewFile.lint(project, tools: AgentTools.names)
    if !file.crew.tasks.isEmpty {
      _ = try TaskPlan(
        file.crew, guardrails: GuardrailCatalog(workbench: OfflineWorkbench(checks: try .init())))
      if file.crew.process?.kind == .hierarchical || !(file.crew.process?.delegators.isEmpty ?? true) {
        try ModelExpert.checkTaskPrompts(try PromptBook(file.prompts))
      }
    }
    let tasks = file.crew.tasks.isEmpty ? "" : "\(file.crew.tasks.count) tasks, "
    summary =
      "\(project.agentsFile): \(file.crew.agents.count) agents, \(tasks)\(file.prompts.count) prompts, \(warnings.count) warnings"
  }
}
