import ArgumentParser
import Services
import Terminal

struct ModelsImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Takes over newer prices and context lengths from a file.",
    discussion:
      """
      The file has the layout of LiteLLM's model_prices_and_context_window.json. What it has goes before the prices that ship,
      and 'price:' in agents.yaml before both.

      EXAMPLES
        consilium models import model_prices_and_context_window.json
        consilium models import prices.json --date 2026-01-31
      """)

  @Argument(help: "The list of prices.")
  var file: String

  @Option(name: .long, help: "The day of the prices, as 2026-01-31; today where nothing is said.")
  var date: String?

  mutating func validate() throws {
    guard let date else { return }
    let parts = date.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ $0.allSatisfy(\.isNumber) }) else {
      throw ValidationError("'--date \(date)' is no day: write it as 2026-01-31.")
    }
  }

  func run() async throws {
    let taken = try ModelService(installation: StoreOption.installation).importPrices(file, date: date)
    let counts = taken.models.sorted { $0.key < $1.key }.map { "\($0.value) of \($0.key)" }
    Console.output(
      "Taken over: \(counts.joined(separator: ", ")). \(taken.leftOut) entries were left out: providers that are not known here, models that do not converse, or without a price.\n"
    )
  }
}
