import ArgumentParser

struct PricesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prices",
    abstract: "Shows, searches and adds to the price book that costs are computed from.",
    discussion: """
      Every price has a day and a source. Prices of one's own go before those that ship.

      EXAMPLES
        consilium prices show t3.micro
        consilium prices search nat gateway
        consilium prices age
        consilium prices import AmazonEC2-eu-central-1.csv
      """,
    subcommands: [
      PricesShowCommand.self, PricesSearchCommand.self, PricesAgeCommand.self, PricesImportCommand.self,
    ])
}
