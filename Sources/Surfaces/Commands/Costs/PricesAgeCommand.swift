import ArgumentParser
import Basics
import Services
import Terminal

struct PricesAgeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "age", abstract: "Says how old the prices of each service are.")

  @Option(name: .long, help: "text or json.")
  var format: OutputFormat = .text

  func run() async throws {
    let ages = try PriceService(installation: StoreOption.installation).ages()
    switch format {
    case .json: Console.output(try JSONValue(encoding: ages).pretty)
    case .text:
      for age in ages {
        let days = age.oldest == age.newest ? age.newest : "\(age.oldest) to \(age.newest)"
        Console.output("\(age.provider)/\(age.service): \(age.facts) prices of \(days)\n")
      }
    }
  }
}
