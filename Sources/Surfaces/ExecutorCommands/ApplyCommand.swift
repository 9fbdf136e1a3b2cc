import ArgumentParser
import Basics
import Delivery
import Records
import Terminal

struct ApplyCommand: AsyncParsableCommand, WorksWithoutTrust {
  static let configuration = CommandConfiguration(
    commandName: "apply", abstract: "Applies exactly an approved plan, once.",
    discussion: """
      Refuses, before any tool starts, a plan that is not approved by enough trusted people, was changed, was applied
      before, or whose files, lock file, state, workspace or tool have moved.

      EXAMPLES
        consilium apply PLAN
        consilium apply PLAN --format json
      """)

  @Argument(help: "The plan's id, or the beginning of it.")
  var plan: String

  @OptionGroup var options: ExecutorOptions

  func run() async throws {
    let applied = try await options.executor().apply(plan, progress: LiveProgress().observer)
    switch options.format {
    case .json:
      let answer: JSONValue = [
        "apply": .string(applied.apply.id), "plan": .string(applied.apply.plan),
        "status": .string(applied.apply.status.rawValue), "summary": .string(applied.document.summary),
        "resources": try JSONValue(encoding: applied.outcomes), "outputs": .object(applied.outputs),
      ]
      Console.output(answer.pretty)
    case .text:
      let lines = applied.outcomes.map(Self.line).joined()
      let outputs = applied.outputs.map { "  \($0.key) = \($0.value.compact)\n" }.joined()
      Console.output(
        "\(lines)Applied: \(applied.document.summary)\n\(outputs)Undo with: consilium undo \(applied.apply.id)\n"
      )
    }
  }

  private static func line(_ outcome: ResourceOutcome) -> String {
    let doubt = outcome.isConfirmed == false ? ", but the state does not show it" : ""
    return
      "  \(outcome.status.rawValue)  \(outcome.action) \(outcome.address) (\(outcome.seconds) s\(doubt))\n"
  }
}
