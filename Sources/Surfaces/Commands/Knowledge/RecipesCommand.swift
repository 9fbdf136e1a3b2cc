import ArgumentParser

struct RecipesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recipes", abstract: "Tests recipes of your own.",
    discussion: """
      A recipe is a folder recipes/PREFIX/NAME beside agents.yaml; the words that lead to it stand in lexicon/*.yaml.

      EXAMPLES
        consilium recipes test
        consilium recipes test aws/vpc
      """,
    subcommands: [RecipesTestCommand.self])
}
