import ArgumentParser
import Basics
import CrewFile
import CrewTasks
import Services
import Foundation
import Terminal

struct CrewRunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Works through the tasks of a crew, or of a CrewAI project as it stands.",
    discussion: """
      Each task starts as soon as the tasks it builds on are done. Results go to a new folder with tasks.md, tasks.json,
      tasks.svg and every output_file. Exit status 2 when a person has to answer, 3 when a result was refused, 4 when the
      budget ended.

      EXAMPLES
        consilium crew run --input topic="managed queues" --input current_year=2026 ~/projects/research-crew
        consilium crew run --process hierarchical --model anthropic/claude-sonnet-4-5 agents.yaml
        consilium crew run --answer draft= agents.yaml     (accepts the result of the task 'draft' unseen)
      """)

  @Argument(help: "The crew file, or a project's folder.")
  var path: String?

  @Option(
    name: .shortAndLong, help: "A value of a {name} in the crew, as name=value; may be given several times.")
  var input: [String] = []

  @Option(name: .long, help: "sequential or hierarchical. By default what the crew says.")
  var process: TaskProcess.Kind?

  @Option(name: .shortAndLong, help: "The folder to write; new or empty. By default consultations/RUN.")
  var output: String?

  @Option(
    name: .long,
    help: "What a person answers about a task's result, as task=text; nothing after the '=' accepts it.")
  var answer: [String] = []

  @Option(name: .long, help: "Tasks at the same time, at most.")
  var limit = 8

  @Option(name: .long, help: "text, or json for the run's JSON.")
  var format: OutputFormat = .text

  @OptionGroup var models: ModelOption
  @OptionGroup var store: StoreOption

  func validate() throws {
    _ = try Pairs.read(input, form: "--input name=value")
    _ = try Pairs.read(answer, form: "--answer task=text")
    guard (1...1000).contains(limit) else { throw ValidationError("--limit is a number from 1 to 1000.") }
  }

  func run() async throws {
    let installation = StoreOption.installation
    let progress = RunProgress()
    let options = TaskRunOptions(
      path: path ?? installation.crewFile, inputs: try Pairs.read(input, form: "--input name=value"),
      process: process,
      output: output, limit: limit, models: models.options)
    let person = PersonAtTerminal(
      answers: try Pairs.read(answer, form: "--answer task=text"), progress: progress)
    let answer = try await progress.follow {
      try await store.runs.runTasks(options, observers: progress.observers, person: person.answer)
    }
    try RunOutput(answer, format: format).give()
  }
}

extension TaskProcess.Kind: ExpressibleByArgument {}
