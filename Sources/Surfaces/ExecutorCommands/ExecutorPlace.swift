import ArgumentParser
import Delivery
import Foundation
import Plans

/// Which store the executor works in.
struct ExecutorPlace: ParsableArguments {
  @Option(name: .long, help: "The SQLite file with runs, plans and approvals (or CONSILIUM_STORE).")
  var store: String?

  func executor() throws -> Executor {
    try PlanService.executor(environment: ProcessInfo.processInfo.environment, storeFile: store)
  }
}
