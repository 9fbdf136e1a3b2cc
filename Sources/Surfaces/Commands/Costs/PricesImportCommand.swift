import ArgumentParser
import Basics
import Services
import Terminal

struct PricesImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Reads AWS offer files, Azure Retail Prices, Google Cloud SKUs or tables of one's own.")

  @Argument(help: "Files; CSV is read line by line, whatever its size.")
  var files: [String]

  @Option(name: .long, help: "text or json.")
  var format: OutputFormat = .text

  func run() async throws {
    let library = try PriceService(installation: StoreOption.installation)
    let imported = try files.map { try library.add(file: $0) }
    switch format {
    case .json: Console.output(try JSONValue(encoding: imported).pretty)
    case .text:
      for one in imported {
        Console.output("\(one.file): \(one.form), \(one.facts) prices added, \(one.skipped) passed over\n")
      }
      Console.output("Prices of one's own are in \(library.place)\n")
    }
  }
}
