import ArgumentParser

struct EvalCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Measures answers to a set of requests: recorded ones, or those of the whole path.",
    subcommands: [EvalRecordedCommand.self, EvalLiveCommand.self], defaultSubcommand: EvalRecordedCommand.self
  )
}
