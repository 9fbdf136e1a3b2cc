import ArgumentParser
import Basics
import Services
import Terminal

struct MCPServersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "servers", abstract: "Lists the servers of tools that a crew names under 'mcp:'.",
    discussion: "Starts none and asks none.\n\nEXAMPLES\n  consilium mcp servers")

  @OptionGroup var servers: ToolServerOption

  @Option(name: .long, help: "text or json.")
  var format: OutputFormat = .text

  func run() async throws {
    let list = try servers.service.list()
    switch format {
    case .json: Console.output(try JSONValue(encoding: list).pretty)
    case .text:
      for one in list {
        Console.output(
          "\(one.name): \(one.place)\n  \(one.isPinned ? "pinned" : "not pinned: no agent gets its tools"), \(one.calls) calls a run, \(one.seconds) s each\n"
        )
      }
    }
  }
}
