import ArgumentParser
import Engine
import Foundation

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Writes the shipped agents.yaml and prompts/ into a folder, to be changed.",
    discussion: "EXAMPLES\n  consilium init\n  consilium init my-crew")

  @Argument(help: "The folder; files that are there are not touched.")
  var folder = "."

  func run() throws {
    guard let shipped = StoreOption.installation.shippedCrewFile else {
      throw ValidationError("No shipped crew was found beside the program. Set CONSILIUM_HOME to its folder.")
    }
    let source = URL(filePath: shipped).deletingLastPathComponent()
    let target = URL(filePath: folder)
    for name in ["agents.yaml", "prompts"]
    where FileManager.default.fileExists(
      atPath: target.appending(path: name).path(percentEncoded: false))
    {
      throw ValidationError("\(folder)/\(name) is there already and was left as it is.")
    }
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
    for name in ["agents.yaml", "prompts"] {
      try FileManager.default.copyItem(at: source.appending(path: name), to: target.appending(path: name))
    }
    Console.output("\(folder)/agents.yaml\n\(folder)/prompts\n")
  }
}
