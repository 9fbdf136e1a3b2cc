import ArgumentParser
import Delivery

/// What the verbs that make a plan need.
struct PlanOptions: ParsableArguments {
  @OptionGroup var place: ExecutorPlace

  @Option(name: .long, help: "text, json, or markdown for a comment on a pull request.")
  var format: PlanForm = .text

  func executor() throws -> Executor { try place.executor() }
}
