import ArgumentParser
import Engine

@main
struct ConsiliumCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
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
    subcommands: [
      AskCommand.self, PlanCommand.self, ApproveCommand.self, ApplyCommand.self, UndoCommand.self,
      DriftCommand.self, ReconcileCommand.self, ApprovalsCommand.self, RevokeCommand.self, KeysCommand.self,
      PublishCommand.self, AuditCommand.self, RunsCommand.self,
      ReportCommand.self, ReplayCommand.self, ResumeCommand.self, GraphCommand.self, CrewCommand.self,
      ModelsCommand.self,
      DoctorCommand.self,
      InitCommand.self, CheckCommand.self, CostCommand.self, PricesCommand.self, AdviseCommand.self,
      ScheduleCommand.self, EvalCommand.self, MemoryCommand.self,
      SchemasCommand.self,
    ])

  static func main() async {
    await CommandFailure.run { try parseAsRoot() }
  }
}
