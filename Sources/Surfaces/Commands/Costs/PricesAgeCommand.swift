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
    let prices = try PriceService(installation: StoreOption.installation)
    let ages = try prices.ages()
    switch format {
    case .json: Console.output(try JSONValue(encoding: ages).pretty)
    case .text:
      let remembered = ages.filter { $0.remembered == $0.facts }
      Console.output(
        "The book is of \(prices.date). Remembered, with no table to look them up in again: \(remembered.count) of "
          + "\(ages.count) services.\n\n")
      for age in ages {
        let days = age.oldest == age.newest ? age.newest : "\(age.oldest) to \(age.newest)"
        let note =
          switch age.remembered {
          case 0: ""
          case age.facts: ", remembered"
          default: ", \(age.remembered) of them remembered"
          }
        Console.output("\(age.provider)/\(age.service): \(age.facts) prices of \(days)\(note)\n")
      }
    }
  }
}
