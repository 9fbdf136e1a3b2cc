import Basics
import ArgumentParser
import Services
import Terminal

struct PricesSearchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Finds prices by the words in their provider, service, key, unit and region.")

  @Argument(help: "Words that all have to be there.")
  var words: [String]

  @Option(name: .long, help: "text or json.")
  var format: OutputFormat = .text

  func run() async throws {
    let prices = try PriceService(installation: StoreOption.installation).search(words)
    Console.output(format == .json ? prices.json.pretty : prices.text)
  }
}
