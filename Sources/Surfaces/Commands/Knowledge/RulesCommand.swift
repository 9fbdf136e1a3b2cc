import ArgumentParser

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Tests policy rules of your own.",
    discussion: """
      Rules lie as *.hcl files in rules/ beside agents.yaml, or in a folder that --rules names.

      EXAMPLES
        consilium rules test
        consilium rules test policies/
        consilium ask --rules policies/ "an SQS queue named mails"
      """,
    subcommands: [RulesTestCommand.self])
}
