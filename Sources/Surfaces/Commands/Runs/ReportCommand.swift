import Records
import ArgumentParser
import Services
import Reporting
import Terminal

struct ReportCommand: AsyncParsableCommand, WorksWithoutTrust {
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
    guard !(try await store.runs.find(id).hasTasks) else { return try await tasks() }
    let result = try await store.runs.replay(id)
    switch format {
    case .text: Console.output(ReportSummary(report: result.report, folder: result.record.folder ?? "-").text)
    case .md: Console.output(try result.report.markdown())
    case .html: Console.output(try result.report.html())
    case .json: Console.output(try result.report.json())
    }
  }

  private func tasks() async throws {
    let result = try await store.runs.replayTasks(id)
    switch format {
    case .text:
      Console.output(TaskRunSummary(report: result.report, folder: result.record.folder ?? "-").text)
    case .md: Console.output(try result.report.markdown())
    case .json: Console.output(try result.report.json())
    case .html: throw ValidationError("A run of tasks has no HTML form; there are text, md and json.")
    }
  }
}
