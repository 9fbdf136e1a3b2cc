import ArgumentParser
import Basics
import Store

struct RunsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs", abstract: "Lists the consultations, the newest first.",
    discussion: "EXAMPLES\n  consilium runs\n  consilium runs --limit 5 --format json")

  @Option(name: .long, help: "How many, at most.")
  var limit = 20

  @Option(name: .long, help: "text or json.")
  var format: OutputFormat = .text

  @OptionGroup var store: StoreOption

  func run() async throws {
    let runs = try await Store(path: store.file).runs(limit: max(1, limit))
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
