import ArgumentParser
import Assistants
import Basics
import Foundation
import ModelContext
import Services
import Terminal

struct MCPCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mcp",
    abstract: "Serves assistants over the Model Context Protocol: they check, price, look up and consult.",
    discussion: """
      Nothing here approves or applies. Without --http one client is served over standard input and output.

      EXAMPLES
        consilium mcp
        consilium mcp --folder ~/infrastructure
      """)

  @Option(
    name: .long,
    help: "The folder that files may be named in and bundles are written below. By default this one.")
  var folder: String?

  @OptionGroup var store: StoreOption

  func run() async throws {
    let installation = StoreOption.installation
    let folder = folder ?? FileManager.default.currentDirectoryPath
    let place = Workplace.own(storeFile: store.file, folder: folder)
    let provider = try AssistantProvider(installation: installation) { _ in place }
    let server = ContextServer(provider: provider) { Console.say("mcp: \($0)") }
    let caller = ContextCaller(
      name: Caller.login(installation.environment).name, scopes: AssistantScope.all)
    try await StdioServer(server: server, caller: caller, input: try StandardInput()) { message in
      Console.message(message.compact)
    }.run()
  }
}
