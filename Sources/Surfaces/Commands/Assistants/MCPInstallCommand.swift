import ArgumentParser
import Basics
import Foundation
import Services
import Terminal

struct MCPInstallCommand: AsyncParsableCommand, WorksWithoutTrust {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract:
      "Tells Claude, Cursor or VS Code of this server: prints the entry, and writes it once you say so.",
    discussion: """
      EXAMPLES
        consilium mcp install claude
        consilium mcp install cursor --folder ~/infrastructure
        consilium mcp install vscode --print
      """)

  @Argument(help: "claude, cursor or vscode.")
  var client: AssistantClient

  @Option(name: .long, help: "The folder that the assistant may name files in. By default this one.")
  var folder: String?

  @Flag(name: .long, help: "Only print the entry.")
  var print = false

  @Flag(name: .long, help: "Write without asking.")
  var yes = false

  func run() async throws {
    let installation = StoreOption.installation
    let folder = URL(filePath: folder ?? FileManager.default.currentDirectoryPath).standardizedFileURL
      .path(percentEncoded: false)
    if print { return Console.output(client.entry(installation, folder: folder).pretty) }
    let (before, after) = try client.change(installation, folder: folder)
    let file = client.file(installation)
    guard before != after else { return Console.say("\(file) has this entry already.") }
    Console.output(LineDiff.unified(before, after: after, file: file))
    guard try yes || agrees(file) else {
      Console.say("Nothing was written.")
      throw ExitCode(ExitStatus.changes.rawValue)
    }
    try client.write(after, for: installation)
    Console.say("Written. Restart \(client.rawValue) to have it read \(file).")
  }

  private func agrees(_ file: String) throws -> Bool {
    guard Console.inputIsTerminal, Console.errorIsTerminal else { return false }
    Console.error("Write \(file)? [y/N] ")
    return ["y", "yes"].contains(readLine()?.lowercased() ?? "")
  }
}

extension AssistantClient: ExpressibleByArgument {}
