import Records
import ArgumentParser
import Basics
import Services
import Reporting
import Vocabulary
import Terminal

struct ReplayCommand: AsyncParsableCommand, WorksWithoutTrust {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Rebuilds a run from its journal alone, asking nobody, and compares the report.",
    discussion: """
      Exit status 0 when report.json is byte for byte what the run wrote, 1 when it is not.

      EXAMPLES
        consilium replay 20261123-083012
        consilium replay 20261123-083012 --output again
      """)

  @Argument(help: ArgumentHelp("The run's id, or the beginning of it.", valueName: "run"))
  var id: String

  @Option(name: .shortAndLong, help: "Write the bundle anew into this folder; new or empty.")
  var output: String?

  @Option(name: .long, help: "text, or json for the report's JSON.")
  var format: OutputFormat = .text

  @OptionGroup var store: StoreOption

  func run() async throws {
    let runs = store.runs
    if try await runs.find(id).hasTasks {
      let result = try await runs.replayTasks(id)
      if let output { try runs.write(result, to: output) }
      try say(
        try result.report.json(), name: "tasks.json", of: result.record.id, isIdentical: result.identical)
    }
    let result = try await runs.replay(id)
    let report = result.report
    if let output { try runs.write(result, to: output) }
    try say(try report.json(), name: "report.json", of: result.record.id, isIdentical: result.identical)
  }

  private func say(_ json: String, name: String, of run: String, isIdentical: Bool) throws -> Never {
    switch format {
    case .json: Console.output(json)
    case .text:
      let words = isIdentical ? "identical to what the run wrote" : "NOT what the run wrote"
      Console.output("\(run): \(name) is \(words)\n")
    }
    throw ExitCode(isIdentical ? ExitStatus.done.rawValue : ExitStatus.error.rawValue)
  }
}
