import ArgumentParser
import Engine
import Pricing

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
    let library = try PriceLibrary(installation: StoreOption.installation)
    let facts = try library.show(key, region: region)
    if facts.isEmpty, let region,
      let reference = try library.show(key, region: nil).first(where: \.isReference),
      let price = library.derived(reference, region: region)
    {
      return PriceOutput.derived(reference, price, region, format)
    }
    guard !facts.isEmpty else {
      throw ValidationError("There is no price \"\(key)\". Look for it with: consilium prices search WORD…")
    }
    try PriceOutput.facts(facts, format)
  }
}
