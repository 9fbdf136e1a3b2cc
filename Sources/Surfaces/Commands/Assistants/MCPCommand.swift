import ArgumentParser

struct MCPCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mcp",
    abstract: "Serves assistants over the Model Context Protocol, and asks other servers of tools.",
    discussion: "Nothing that is served approves or applies.",
    subcommands: [
      MCPServeCommand.self, MCPTokenCommand.self, MCPServersCommand.self, MCPToolsCommand.self,
      MCPCallCommand.self, MCPInstallCommand.self,
    ], defaultSubcommand: MCPServeCommand.self)
}
