import ArgumentParser
import Foundation
import Plans
import Terminal

/// The executor's verbs.
package struct ExecutorCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "consilium-executor",
    abstract: "Plans, takes approvals and applies. The only part of Consilium that acts; it knows no model.",
    discussion: """
      EXAMPLES
        consilium-executor plan consultations/RUN
        consilium-executor approve PLAN --as maria
        consilium-executor apply PLAN

      EXIT STATUS
        0 done · 1 error or refused · 2 changes, drift, or something is left to do · 3 vetoed · 64 usage
      """,
    subcommands: [
      PlanCommand.self, ApproveCommand.self, ApprovalsCommand.self, RevokeCommand.self, KeysCommand.self,
      ApplyCommand.self, UndoCommand.self, DriftCommand.self, ReconcileCommand.self, PublishCommand.self,
    ])

  @OptionGroup var log: LogOptions

  package init() {}

  package static func start() async {
    // Whatever a tool writes is the owner's alone.
    umask(0o077)
    await CommandFailure.run(ExecutorCommand.self) {
      try ExecutorCommand.parseAsRoot($0)
    } prepare: { command in
      try PlanService.loadKnowledge(
        ProcessInfo.processInfo.environment,
        executable: Bundle.main.executablePath ?? CommandLine.arguments[0],
        needsTrust: !(command is any WorksWithoutTrust))
    }
  }
}
