import ArgumentParser
import Basics
import Services
import Terminal

struct MCPToolsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tools", abstract: "Starts or asks a server of a trusted crew and shows its tools.",
    discussion: """
      What a server says of its tools is shown as it is, and stands for nothing. Once you have read it, write the digest into
      the crew file: agents get the tools while it is the same.

      EXAMPLES
        consilium mcp tools git
      """)

  @Argument(help: "The server's name under 'mcp:'.")
  var server: String

  @OptionGroup var servers: ToolServerOption

  @Option(name: .long, help: "text or json.")
  var format: OutputFormat = .text

  func run() async throws {
    let offer = try await servers.service.offer(of: server)
    switch format {
    case .json: Console.output(try JSONValue(encoding: offer).pretty)
    case .text:
      Console.output(
        "\(offer.name) is '\(offer.server)', revision \(offer.revision), \(offer.tools.count) tools\n")
      for tool in offer.tools {
        Console.output("\n\(offer.name)/\(tool.name)\n\(Self.indented(tool.description))\n")
      }
      Console.output("\ndigest: \(offer.digest)\(offer.isPinned ? " (as pinned)" : "")\n")
    }
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }.joined(separator: "\n")
  }
}
