import ArgumentParser
import Terminal

/// Hands a verb with all its arguments to the executor, which takes this program's place.
struct ForwardedCommand<Verb: ForwardedVerb>: ParsableCommand, WorksWithoutTrust {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: Verb.name, abstract: Verb.abstract,
      discussion: "Runs consilium-executor, the only program that acts.\n\nEXAMPLES\n"
        + Verb.examples.map { "  consilium \($0)" }.joined(separator: "\n"))
  }

  @Argument(
    parsing: .captureForPassthrough,
    help: "What the same verb of consilium-executor takes; --help shows it.")
  var arguments: [String] = []

  func run() throws {
    try ExecutorProgram.replaceThisProgram([Verb.name] + arguments)
  }
}
