import ArgumentParser
import Basics
import Delivery
import Store

struct ApplyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply", abstract: "Applies exactly an approved plan, once.",
    discussion: """
      Refuses a plan that is not approved, was changed, was applied before, or whose files, state or tool have moved.

      EXAMPLES
        consilium apply PLAN
      """)

  @Argument(help: "The plan's id, or the beginning of it.")
  var plan: String

  @OptionGroup var options: ExecutorOptions

  func run() async throws {
    let applied = try await options.executor().apply(plan) { ExecutorOptions.say($0) }
    switch options.format {
    case .json:
      let answer: JSONValue = [
        "apply": .string(applied.apply.id), "plan": .string(applied.apply.plan),
        "status": .string(applied.apply.status.rawValue), "summary": .string(applied.document.summary),
        "outputs": .object(applied.outputs),
      ]
      ExecutorOptions.output(answer.pretty)
    case .text:
      let outputs = applied.outputs.map { "  \($0.key) = \($0.value.compact)\n" }.joined()
      ExecutorOptions.output("Applied: \(applied.document.summary)\n\(outputs)")
    }
  }
}
