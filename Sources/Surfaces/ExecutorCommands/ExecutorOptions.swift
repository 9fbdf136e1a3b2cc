import ArgumentParser
import Delivery
import Foundation
import Plans
import Terminal

/// What every verb of the executor needs.
struct ExecutorOptions: ParsableArguments {
  @Option(name: .long, help: "The SQLite file with runs, plans and approvals (or CONSILIUM_STORE).")
  var store: String?

  @Option(name: .long, help: "text or json.")
  var format: OutputFormat = .text

  func executor() throws -> Executor {
    try PlanService.executor(environment: ProcessInfo.processInfo.environment, storeFile: store)
  }

  /// Who runs this.
  static var user: String { PlanService.user }
}
