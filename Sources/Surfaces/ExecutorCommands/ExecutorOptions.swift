import ArgumentParser
import Delivery
import Plans
import Terminal

/// What every verb of the executor needs.
struct ExecutorOptions: ParsableArguments {
  @OptionGroup var place: ExecutorPlace

  @Option(name: .long, help: "text or json.")
  var format: OutputFormat = .text

  func executor() throws -> Executor {
    try place.executor()
  }

  /// Who runs this.
  static var user: String { PlanService.user }
}
