import ArgumentParser
import Basics
import Clouds
import Delivery
import Foundation

@main
struct ExecutorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
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

  static func main() async {
    // Whatever a tool writes is the owner's alone.
    umask(0o077)
    do {
      try CloudCatalog.load()
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      if error is ExitCode || String(reflecting: type(of: error)).hasPrefix("ArgumentParser.") {
        exit(withError: error)
      }
      Console.say("error: \(error)")
      let isVeto = (error as? DeliveryError)?.code == .vetoed
      Foundation.exit((isVeto ? ExitStatus.refused : .error).rawValue)
    }
  }
}
