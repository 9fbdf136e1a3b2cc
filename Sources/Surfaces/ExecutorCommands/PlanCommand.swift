import ArgumentParser
import Basics
import Delivery
import Records

struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Plans a bundle or a folder of configuration and keeps the saved plan.",
    discussion: """
      Infrastructure is planned with tofu or terraform, Kubernetes manifests with the API server's dry run.
      Exit status 0 when nothing would change, 2 when there are changes to approve, 3 when the bundle was vetoed.

      EXAMPLES
        consilium plan consultations/RUN
        consilium plan 20261123-083012        # a run, or the beginning of its id
        consilium plan infrastructure --format json
        consilium plan infrastructure --format markdown > comment.md
        consilium plan infrastructure --destroy
        consilium plan consultations/RUN --override "the address is internal, see SEC-112"
      """)

  @Argument(help: "A bundle that `consilium ask` wrote, its run, or a folder with *.tf files or manifests.")
  var target: String

  @Flag(
    help: "Plan that everything in the state goes; it is approved and applied as any plan.")
  var destroy = false

  @Flag(help: "Take over fields of Kubernetes objects that another manager owns.")
  var takeOwnership = false

  @Option(
    name: .long, help: "Plan a bundle that was vetoed, for this reason; it is kept and shown to who approves."
  )
  var override: String?

  @Option(
    name: .long,
    help:
      "Allow one thing that the configuration runs, asks, fetches or reads, by the id that a refusal names; may be given again. It is on record, and shown to who approves."
  )
  var allow: [String] = []

  @OptionGroup var options: PlanOptions

  func run() async throws {
    let planned = try await options.executor().plan(
      target, destroys: destroy, takesOwnership: takeOwnership, allowing: Set(allow), overriding: override,
      progress: LiveProgress().observer)
    try PlanAnswer(planned, format: options.format).give()
  }
}
