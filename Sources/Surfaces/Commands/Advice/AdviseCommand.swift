import ArgumentParser

struct AdviseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "advise",
    abstract: "Says how a running estate can cost less, with the arithmetic and the patch.",
    discussion: """
      Sources are states, plans, folders of code and Kubernetes manifests; a state and the code beside it are joined by
      address. Metrics, a bill and descriptions of the cloud make more rules decidable; a rule that cannot be judged is
      named with what it needs. Exit status 0 nothing to do, 1 something could not be read, 2 there is advice, 4 above a
      budget.

      EXAMPLES
        consilium advise infrastructure
        tofu state pull > state.json && consilium advise state.json infrastructure --prometheus http://prometheus:9090
        consilium advise state.json --focus bill.csv --aws descriptions --remember --output advice
        consilium advise --all states --shard 0/8 --remember
        consilium advise dismiss 3f2a9c --reason "kept for the audit" --until 2027-03-31
      """,
    subcommands: [AdviseEstatesCommand.self, AdviseDismissCommand.self, AdviseListCommand.self],
    defaultSubcommand: AdviseEstatesCommand.self)
}
