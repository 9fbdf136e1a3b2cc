import ArgumentParser
import Foundation
import Services
import Terminal

/// The verbs of the command.
package struct ConsiliumCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "consilium",
    abstract: "Asks a crew of experts for infrastructure and gets a reviewed, priced, validated bundle.",
    discussion: """
      EXAMPLES
        consilium ask "a private S3 bucket named reports in eu-west-1, kept for 30 days"
        consilium plan consultations/RUN && consilium approve PLAN && consilium apply PLAN
        consilium runs; consilium report RUN --format html > report.html

      EXIT STATUS
        0 done · 1 error · 2 changes or an approval is needed · 3 policy failure or veto · 4 budget exceeded
        5 cannot decide · 64 usage
      """,
    version: ConsiliumVersion.program,
    groupedSubcommands: [
      CommandGroup(
        name: "Ask and review",
        subcommands: [
          AskCommand.self, AnswerCommand.self, ResumeCommand.self, ReportCommand.self, RunsCommand.self,
          ReplayCommand.self,
          GraphCommand.self,
        ]),
      CommandGroup(
        name: "Plan, approve and apply",
        subcommands: [
          ForwardedCommand<ForwardedVerbs.Plan>.self, ForwardedCommand<ForwardedVerbs.Approve>.self,
          ForwardedCommand<ForwardedVerbs.Apply>.self, ForwardedCommand<ForwardedVerbs.Undo>.self,
          ForwardedCommand<ForwardedVerbs.Drift>.self, ForwardedCommand<ForwardedVerbs.Reconcile>.self,
          ForwardedCommand<ForwardedVerbs.Approvals>.self, ForwardedCommand<ForwardedVerbs.Revoke>.self,
          ForwardedCommand<ForwardedVerbs.Keys>.self, ForwardedCommand<ForwardedVerbs.Publish>.self,
        ]),
      CommandGroup(
        name: "Look at code and what runs",
        subcommands: [
          CheckCommand.self, ReviewCommand.self, ReachCommand.self, CostCommand.self, AdviseCommand.self,
          ScheduleCommand.self,
          PricesCommand.self, SchemasCommand.self, CanCommand.self, WhoCanCommand.self,
        ]),
      CommandGroup(
        name: "Set up and look inside",
        subcommands: [
          DoctorCommand.self, InitCommand.self, CrewCommand.self, TrustCommand.self, ModelsCommand.self,
          MemoryCommand.self,
          MCPCommand.self, AuditCommand.self, EvalCommand.self, RulesCommand.self, RecipesCommand.self,
        ]),
    ])

  @OptionGroup var log: LogOptions

  package init() {}

  /// The help of a command that stands for one of its subcommands shows the options of that one.
  private static func withOptionsOfDefault(_ arguments: [String]) -> [String] {
    let asked =
      arguments.count == 2 && arguments[0] == "help"
      ? arguments[1] : arguments.count == 2 && ["-h", "--help"].contains(arguments[1]) ? arguments[0] : nil
    guard asked == AdviseCommand.configuration.commandName else { return arguments }
    return ["advise", "estates", "--help"]
  }

  package static func start() async {
    await CommandFailure.run(ConsiliumCommand.self) {
      try ConsiliumCommand.parseAsRoot(withOptionsOfDefault($0))
    } prepare: { command in
      let file = "agents.yaml"
      try KnowledgeService.load(
        StoreOption.installation, crewFile: FileManager.default.fileExists(atPath: file) ? file : nil,
        needsTrust: !(command is any WorksWithoutTrust))
    }
  }
}
