import ArgumentParser
import Basics
import FoundationEssentials
import Services
import Terminal
import Vocabulary

struct EvalLiveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "live",
    abstract: "Runs requests through the whole path, live or from cassettes, modes side by side.",
    discussion: """
      The requests are a file of JSON lines with an id and a prompt each. Every request is asked in every mode, without what
      earlier runs kept; an answer is right where each stage of the checks passes, `validate` of the tool where it is here, and
      each requirement is shown to be met.

      EXAMPLES
        consilium eval live tasks.jsonl --model llamacpp/qwen2.5-coder --modes solo,ensemble --record cassettes
        consilium eval live tasks.jsonl --replay cassettes --format json
      """)

  @Argument(help: "The file of requests, or the folder with tasks.jsonl.")
  var tasks: String

  @Option(name: .long, help: "solo, ensemble and debate, separated by commas.")
  var modes = "solo,ensemble,debate"

  @Option(name: .long, help: "provider/model for every agent, or handbook.")
  var model: String?

  @Flag(name: .long, help: "Allow models whose price nobody stated; their dollars are not counted.")
  var allowUnpriced = false

  @Option(name: .long, help: "Record the answers of each run in this folder, as REQUEST-MODE.cassette.")
  var record: String?

  @Option(name: .long, help: "Give the answers recorded in this folder; what is not there is a failed run.")
  var replay: String?

  @Option(name: .long, help: "The crew file. By default agents.yaml here, else the one that ships.")
  var crew: String?

  @Option(name: .long, help: "The folder that keeps the bundles, as MODE/REQUEST; new or empty.")
  var save = "evaluation"

  @Option(name: .long, help: "text or json.")
  var format: OutputFormat = .text

  func validate() throws {
    if record != nil, replay != nil { throw ValidationError("--record and --replay exclude each other.") }
    _ = try chosen()
  }

  private func chosen() throws -> [Request.Mode] {
    let names = modes.split(separator: ",").map(String.init)
    let modes = names.compactMap(Request.Mode.init(rawValue:))
    guard !modes.isEmpty, modes.count == names.count, Set(modes).count == modes.count else {
      throw ValidationError("--modes names solo, ensemble and debate, each once, separated by commas.")
    }
    return modes
  }

  func run() async throws {
    let evaluation = LiveEvaluation(
      installation: StoreOption.installation, crewFile: crew,
      models: ModelRunOptions(model: model, allowsUnpriced: allowUnpriced), record: record, replay: replay,
      folder: save)
    let report = try await evaluation.evaluate(tasks, modes: try chosen()) { done, total in
      if Console.errorIsTerminal { Console.error("\r\(done) of \(total) runs") }
    }
    if Console.errorIsTerminal { Console.error("\r\u{1B}[K") }
    switch format {
    case .json: Console.output(try JSONValue(encoding: report).pretty)
    case .text: Console.output(report.text)
    }
  }
}
