import ArgumentParser
import Basics
import Bundles
import Engine
import Reporting
import Store
import Vocabulary

struct ReplayCommand: AsyncParsableCommand {
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
    let result = try await Replaying(store: Store(path: store.file)).replay(id)
    if let output {
      let folder = BundleFolder(path: output)
      try folder.prepare()
      let report = result.report
      try folder.write(
        result.files + [
          Artifact(path: "report.json", content: try report.json()),
          Artifact(path: "report.md", content: try report.markdown()),
          Artifact(path: "report.html", content: try report.html()),
        ], run: result.record.id)
    }
    let words = result.identical ? "identical to what the run wrote" : "NOT what the run wrote"
    switch format {
    case .json: Console.output(try result.report.json())
    case .text: Console.output("\(result.record.id): report.json is \(words)\n")
    }
    throw ExitCode(result.identical ? ExitStatus.done.rawValue : ExitStatus.error.rawValue)
  }
}
