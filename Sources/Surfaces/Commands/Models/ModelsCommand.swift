import ArgumentParser
import Basics
import Services
import Terminal

struct ModelsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "models", abstract: "Which language models are configured, reachable and priced.",
    subcommands: [List.self, Test.self, ModelsImportCommand.self], defaultSubcommand: List.self)

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists providers and models, asking each provider for its list.",
      discussion: "EXAMPLES\n  consilium models\n  consilium models --format json")

    @Option(name: .long, help: "The crew file. By default agents.yaml here, else the one that ships.")
    var crew: String?

    @Option(name: .long, help: "text or json.")
    var format: OutputFormat = .text

    func run() async throws {
      let entries = try await ModelService(installation: StoreOption.installation, crewFile: crew).list()
      guard format == .text else { return Console.output(try JSONValue(encoding: entries).pretty) }
      if entries.isEmpty {
        Console.output(
          "No provider is configured: the built-in handbook answers. Set OPENAI_API_KEY or ANTHROPIC_API_KEY, start Ollama, or write 'models:' into agents.yaml.\n"
        )
      }
      for entry in entries { Console.output(text(entry)) }
    }

    private func text(_ entry: ModelSurvey.Entry) -> String {
      let paint = Paint.standardOutput
      let state = entry.isReachable ? paint.green("reachable") : paint.red("not reachable")
      var lines = [
        "\(paint.bold(entry.provider)) (\(entry.api)) \(entry.address): \(state), key \(entry.key)"
      ]
      if !entry.problem.isEmpty { lines.append("  \(entry.problem)") }
      lines += entry.models.map { model in
        let price =
          model.input.flatMap { input in
            model.output.map { "\(Money.decimal(input, places: 3)) in, \(Money.decimal($0, places: 3)) out" }
          } ?? paint.yellow("no price: state one, or allow it with --allow-unpriced")
        let length = model.contextLength.map { ", \($0) tokens" } ?? ""
        let agents = model.agents.isEmpty ? "" : ", for \(model.agents.joined(separator: ", "))"
        return "  \(model.name): \(price)\(length)\(agents)"
      }
      return lines.joined(separator: "\n") + "\n"
    }
  }

  struct Test: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Makes one small streamed and one structured call.",
      discussion:
        "EXAMPLES\n  consilium models test openai/gpt-4.1\n  consilium models test ollama/llama3.2 --format json"
    )

    @Argument(help: "provider/model.")
    var name: String

    @Option(name: .long, help: "The crew file. By default agents.yaml here, else the one that ships.")
    var crew: String?

    @Flag(name: .long, help: "Allow a model whose price nobody stated.")
    var allowUnpriced = false

    @Option(name: .long, help: "text or json.")
    var format: OutputFormat = .text

    func run() async throws {
      let outcomes = try await ModelService(installation: StoreOption.installation, crewFile: crew).test(
        name, allowsUnpriced: allowUnpriced)
      switch format {
      case .json: Console.output(try JSONValue(encoding: outcomes).pretty)
      case .text: Console.output(outcomes.map(text).joined())
      }
      if outcomes.contains(where: { !$0.isGood }) { throw ExitCode(ExitStatus.error.rawValue) }
    }

    private func text(_ outcome: ModelTrial.Outcome) -> String {
      let paint = Paint.standardOutput
      let mark = outcome.isGood ? paint.green("good  ") : paint.red("failed")
      let first = outcome.firstPieceMilliseconds.map { ", first piece after \($0) ms" } ?? ""
      let cost = outcome.dollars.map { ", $\(Money.decimal($0, places: 6))" } ?? ", no price"
      let notes = outcome.notes.map { "  \($0)\n" }.joined()
      return
        "\(mark) \(outcome.call): \(outcome.milliseconds) ms\(first), \(outcome.tokens) tokens\(cost)\n  \(outcome.detail)\n\(notes)"
    }
  }
}
