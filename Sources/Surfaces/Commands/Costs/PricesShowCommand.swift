import Basics
import ArgumentParser
import Services
import Terminal

struct PricesShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows the facts of a key with their day and source.")

  @Argument(help: "A key, with service and provider before it where it is not the only one: ec2/t3.micro.")
  var key: String

  @Option(name: .long, help: "Only this region; where it has no fact of its own, what is computed for it.")
  var region: String?

  @Option(name: .long, help: "text or json.")
  var format: OutputFormat = .text

  func run() async throws {
    let prices = try PriceService(installation: StoreOption.installation).show(key, region: region)
    guard !prices.isEmpty else {
      throw ValidationError("There is no price \"\(key)\". Look for it with: consilium prices search WORD…")
    }
    Console.output(format == .json ? prices.json.pretty : prices.text)
  }
}
