import ArgumentParser

struct MCPCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mcp",
    abstract: "Serves assistants over the Model Context Protocol: they check, price, look up and consult.",
    discussion: "Nothing that is served approves or applies.",
    subcommands: [MCPServeCommand.self, MCPTokenCommand.self], defaultSubcommand: MCPServeCommand.self)
}
