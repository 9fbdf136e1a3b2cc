import ArgumentParser
import Engine

struct PricesSearchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Finds prices by the words in their provider, service, key, unit and region.")

  @Argument(help: "Words that all have to be there.")
  var words: [String]

  @Option(name: .long, help: "text or json.")
  var format: OutputFormat = .text

  func run() async throws {
    try PriceOutput.facts(PriceLibrary(installation: StoreOption.installation).search(words), format)
  }
}
