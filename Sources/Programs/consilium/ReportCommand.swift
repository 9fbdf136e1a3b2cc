import ArgumentParser
import Engine
import Reporting
import Store

struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Prints the report of a run, made anew from its journal.",
    discussion:
      "EXAMPLES\n  consilium report 20261123-083012\n  consilium report 20261123-083012 --format html > report.html"
  )

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case text, md, html, json
  }

  @Argument(help: ArgumentHelp("The run's id, or the beginning of it.", valueName: "run"))
  var id: String

  @Option(name: .long, help: "text, md, html or json.")
  var format: Form = .text

  @OptionGroup var store: StoreOption

  func run() async throws {
    let replaying = try Replaying(store: Store(path: store.file))
    guard !(try await replaying.record(id).hasTasks) else { return try await tasks(replaying) }
    let result = try await replaying.replay(id)
    switch format {
    case .text: Console.output(ReportSummary(report: result.report, folder: result.record.folder ?? "-").text)
    case .md: Console.output(try result.report.markdown())
    case .html: Console.output(try result.report.html())
    case .json: Console.output(try result.report.json())
    }
  }

  private func tasks(_ replaying: Replaying) async throws {
    let result = try await replaying.replayTasks(id)
    switch format {
    case .text:
      Console.output(TaskRunSummary(report: result.report, folder: result.record.folder ?? "-").text)
    case .md: Console.output(try result.report.markdown())
    case .json: Console.output(try result.report.json())
    case .html: throw ValidationError("A run of tasks has no HTML form; there are text, md and json.")
    }
  }
}
