import ArgumentParser
import Services
import Terminal

struct InitCommand: ParsableCommand, WorksWithoutTrust {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Writes the shipped agents.yaml and prompts/ into a folder, to be changed.",
    discussion: "EXAMPLES\n  consilium init\n  consilium init my-crew")

  @Argument(help: "The folder; files that are there are not touched.")
  var folder = "."

  func run() throws {
    let paths = try CrewService(installation: StoreOption.installation).write(to: folder)
    Console.output(paths.map { "\($0)\n" }.joined())
  }
}
