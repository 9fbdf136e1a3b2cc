import ArgumentParser
import Basics
import Delivery
import Records
import Terminal

struct ReconcileCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile",
    abstract: "Looks what an apply without a known end has left undone; a person decides.",
    discussion: """
      Without --as it only looks; exit status 2 when something is left. Nothing is run again: what is left is in a new
      plan, to be approved like any.

      EXAMPLES
        consilium reconcile PLAN
        consilium reconcile PLAN --as done
      """)

  enum Word: String, ExpressibleByArgument, CaseIterable {
    case done, failed
  }

  @Argument(help: "The plan's id, or the beginning of it.")
  var plan: String

  @Option(name: .customLong("as"), help: "How the apply is to be taken: done or failed.")
  var word: Word?

  @OptionGroup var options: ExecutorOptions

  func run() async throws {
    let executor = try options.executor()
    let found = try await executor.reconcile(plan, progress: LiveProgress().observer)
    if let word {
      try await executor.settle(found.apply, as: word == .done ? .done : .failed, by: ExecutorOptions.user)
    }
    switch options.format {
    case .json:
      let answer: JSONValue = [
        "apply": .string(found.apply.id), "settled": word.map { .string($0.rawValue) } ?? .null,
        "reported": try JSONValue(encoding: found.outcomes), "next": .string(found.next),
        "remaining": .array(found.remaining.map { .string("\($0.action.rawValue) \($0.address)") }),
      ]
      Console.output(answer.pretty)
    case .text:
      let told = found.outcomes.map { "  reported \($0.status.rawValue): \($0.action) \($0.address)\n" }
        .joined()
      let left = found.remaining.map { "  left: \($0.action.rawValue) \($0.address)\n" }.joined()
      let next = left.isEmpty ? "  nothing is left to do\n" : "\(left)  the rest is planned: \(found.next)\n"
      Console.output("\(found.apply.id)\n\(told)\(next)")
    }
    if word == nil { throw ExitCode((found.remaining.isEmpty ? ExitStatus.done : .changes).rawValue) }
  }
}
