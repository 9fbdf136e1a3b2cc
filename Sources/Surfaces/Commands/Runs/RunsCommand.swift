import Records
import ArgumentParser
import Basics
import Services
import Reporting
import Terminal

struct RunsCommand: AsyncParsableCommand, WorksWithoutTrust {
  static let configuration = CommandConfiguration(
    commandName: "runs", abstract: "Lists the consultations, and says what two of them decided differently.",
    subcommands: [List.self, Diff.self], defaultSubcommand: List.self)

  struct List: AsyncParsableCommand, WorksWithoutTrust {
    static let configuration = CommandConfiguration(
      abstract: "Lists the consultations, the newest first.",
      discussion: "EXAMPLES\n  consilium runs\n  consilium runs --limit 5 --format json")

    @Option(name: .long, help: "How many, at most.")
    var limit = 20

    @Option(name: .long, help: "text or json.")
    var format: OutputFormat = .text

    @OptionGroup var store: StoreOption

    func run() async throws {
      let runs = try await store.runs.list(limit: limit)
      switch format {
      case .json: Console.output(try JSONValue(encoding: runs).pretty)
      case .text:
        guard !runs.isEmpty else {
          Console.error("No consultation yet. Try: consilium ask \"a private S3 bucket named reports\"\n")
          return
        }
        Console.output(
          runs.map { "\($0.id)  \($0.status.rawValue)  \($0.title)  \($0.folder ?? "")\n" }.joined())
      }
    }
  }

  struct Diff: AsyncParsableCommand, WorksWithoutTrust {
    static let configuration = CommandConfiguration(
      abstract: "Says what two finished runs decided differently, and from which step on.",
      discussion: """
        Both are rebuilt from their journals; nobody is asked. Exit status 0 when nothing is different, 2 when something is.

        EXAMPLES
          consilium runs diff 20261123-083012 20261124-090000
          consilium runs diff 20261123 20261124 --format json
        """)

    @Argument(help: "The first run's id, or the beginning of it.")
    var first: String

    @Argument(help: "The second run's id, or the beginning of it.")
    var second: String

    @Option(name: .long, help: "text or json.")
    var format: OutputFormat = .text

    @OptionGroup var store: StoreOption

    func run() async throws {
      let difference = try await store.runs.compare(first, with: second)
      switch format {
      case .json: Console.output(try JSONValue(encoding: difference).pretty)
      case .text:
        Console.output("\(difference.first) and \(difference.second): \(difference.reason)\n")
        for line in difference.lines {
          Console.output("\(line.what)\n  − \(line.first)\n  + \(line.second)\n")
        }
      }
      throw ExitCode((difference.isEmpty ? ExitStatus.done : .changes).rawValue)
    }
  }
}
