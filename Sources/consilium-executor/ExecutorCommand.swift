import ArgumentParser
import Basics
import Bundles
import Delivery
import ExternalTools
import Foundation
import Store

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
      """,
    subcommands: [
      PlanCommand.self, ApproveCommand.self, ApplyCommand.self, UndoCommand.self, DriftCommand.self,
      ReconcileCommand.self,
    ])

  static func main() async {
    do {
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
      FileHandle.standardError.write(Data("error: \(error)\n".utf8))
      Foundation.exit(ExitStatus.error.rawValue)
    }
  }
}
