import ArgumentParser
import Basics
import Services
import Reporting
import Terminal

struct ResumeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "Goes on with a run that was cut off; nothing finished is done twice.",
    discussion:
      "EXAMPLES\n  consilium resume 20261123-083012\n  consilium resume 20261123-083012 --answer review=\"shorter, please\""
  )

  @Argument(help: ArgumentHelp("The run's id, or the beginning of it.", valueName: "run"))
  var id: String

  @Option(name: .long, help: "The crew file the run began with.")
  var crew: String?

  @Option(
    name: .long,
    help: "What a person answers about a task's result, as task=text; nothing after the '=' accepts it.")
  var answer: [String] = []

  @Option(name: .long, help: "text, or json for the report's JSON.")
  var format: OutputFormat = .text

  @OptionGroup var store: StoreOption

  func run() async throws {
    let installation = StoreOption.installation
    let progress = RunProgress()
    let runs = store.runs
    if try await runs.find(id).hasTasks {
      let person = PersonAtTerminal(
        answers: try Pairs.read(answer, form: "--answer task=text"), progress: progress)
      let answer = try await progress.follow {
        try await runs.resumeTasks(
          id, crewFile: crew, observers: progress.observers, person: person.answer)
      }
      try RunOutput(answer, format: format).give()
    }
    let answer = try await progress.follow {
      try await runs.resume(id, crewFile: crew ?? installation.crewFile, observers: progress.observers)
    }
    try RunOutput(answer, format: format).give()
  }
}
