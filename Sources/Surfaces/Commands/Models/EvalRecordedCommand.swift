import ArgumentParser
import Basics
import Services
import FoundationEssentials
import Terminal

struct EvalRecordedCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recorded",
    abstract: "Runs a suite of requests against recorded models, in several ways of choosing side by side.",
    discussion: """
      A suite is a folder: tasks.jsonl with an id and a prompt on each line, and outputs/MODEL.jsonl with the id, the
      output and the recorded verdict of each answer (both may be packed with gzip). No network is used, and what the
      suite knows of the right answer is read for scoring only.

      WAYS OF CHOOSING
        random    any answer (the mean over all)
        vote      the answer most like the others
        gate      any answer that passes the checks (the mean over these)
        solo      the first model's answer
        ensemble  the best by evidence, nobody talks
        debate    the whole protocol: objections, a revision, ballots

      EXAMPLES
        consilium eval suites/iac --models 'baseline__*'
        consilium eval suites/iac --modes gate,ensemble --format json --save chosen
      """)

  @Argument(help: "The folder of the suite.")
  var suite: String

  @Option(name: .long, help: "Which models answer: a pattern over their names.")
  var models = "*"

  @Option(name: .long, help: "Ways of choosing, separated by commas.")
  var modes = EvaluationService.modeNames.joined(separator: ",")

  @Option(name: .long, help: "text or json.")
  var format: OutputFormat = .text

  @Option(name: .long, help: "Write each chosen answer below this folder, as MODE/REQUEST/main.tf.")
  var save: String?

  func run() async throws {
    let report = try await EvaluationService(installation: StoreOption.installation).evaluate(
      suite, models: models, modes: modes.split(separator: ",").map(String.init), folder: save
    ) { done, total in
      if Console.errorIsTerminal { Console.error("\r\(done) of \(total) requests") }
    }
    if Console.errorIsTerminal { Console.error("\r\u{1B}[K") }
    switch format {
    case .json: Console.output(report.json.pretty)
    case .text: Console.output(report.text)
    }
  }
}
