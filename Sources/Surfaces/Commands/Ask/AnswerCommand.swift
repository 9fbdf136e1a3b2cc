import ArgumentParser
import Basics
import Services
import Terminal
import Vocabulary

struct AnswerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer",
    abstract: "Answers what a run left open and asks again: the first run stays as it is.",
    discussion: """
      Your words take the place of those that were not understood or not met. At a terminal each open line is asked for in turn;
      elsewhere give them with --line. An answer is part of the request and approves nothing.

      EXAMPLES
        consilium answer 20261123-083012
        consilium answer latest --line REQ-7="TLS 1.2 at least" --line REQ-9=
        consilium answer latest --line Q-1="eu-central-1" --output shop
      """)

  @Argument(help: ArgumentHelp("The run's id, the beginning of it, or 'latest'.", valueName: "run"))
  var id: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "An answer; may be given again. Nothing after the '=' leaves the line's words out.",
      valueName: "REQ-n=text"))
  var line: [String] = []

  @Option(name: .shortAndLong, help: "The folder to write; new or empty. By default consultations/RUN.")
  var output: String?

  @Option(name: .long, help: "The crew file. By default agents.yaml here, else the one that ships.")
  var crew: String?

  @Option(name: .long, help: "solo, ensemble or debate. By default that of the run.")
  var mode: Request.Mode?

  @Option(name: .long, help: "text, or json for the report's JSON.")
  var format: OutputFormat = .text

  @OptionGroup var models: ModelOption
  @OptionGroup var store: StoreOption

  func run() async throws {
    let open = try await store.runs.openLines(of: id)
    var answers = try Pairs.answers(line)
    if answers.isEmpty { answers = try await OpenLineDialogue(run: open.run).answers(to: open.lines) }
    let options = AskOptions(
      request: [], crewFile: crew ?? StoreOption.installation.crewFile, mode: mode, output: output,
      models: models.options)
    let progress = RunProgress()
    let (run, given) = (open.run, answers)
    let answer = try await progress.follow {
      try await store.runs.answer(run, answers: given, options: options, observers: progress.observers)
    }
    try RunOutput(answer, format: format).give()
  }
}

extension Pairs {
  /// Answers of the form `REQ-7=text`.
  static func answers(_ texts: [String]) throws(ValidationError) -> [RequestAnswer] {
    try read(texts, form: "REQ-7=text").sorted { $0.key < $1.key }.map { RequestAnswer(line: $0, text: $1) }
  }
}
