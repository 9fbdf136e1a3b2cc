import ArgumentParser
import Basics
import Delivery
import Store

struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Plans a bundle or a folder of configuration and keeps the saved plan.",
    discussion: """
      Exit status 0 when nothing would change, 2 when there are changes to approve.

      EXAMPLES
        consilium plan consultations/RUN
        consilium plan infrastructure --format json
      """)

  @Argument(help: "A bundle that `consilium ask` wrote, or a folder with *.tf files.")
  var folder: String

  @OptionGroup var options: ExecutorOptions

  func run() async throws {
    let planned = try await options.executor().plan(folder) { ExecutorOptions.say($0) }
    try PlanAnswer(planned, options.format).give()
  }
}
