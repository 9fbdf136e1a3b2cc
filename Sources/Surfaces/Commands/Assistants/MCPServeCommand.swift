import ArgumentParser
import Assistants
import Basics
import Foundation
import HTTPServing
import ModelContext
import Services
import Terminal

struct MCPServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serves one client over standard input and output, or many over HTTP.",
    discussion: """
      Over HTTP each token stands for a caller with a store of its own; who has none is served on a loopback address only,
      and only where there are no tokens. There is no TLS: put a proxy in front of what others reach.

      EXAMPLES
        consilium mcp
        consilium mcp --folder ~/infrastructure
        consilium mcp --http 127.0.0.1:8765
      """)

  @Option(
    name: .long,
    help: "The folder that files may be named in and bundles are written below. By default this one.")
  var folder: String?

  @Option(name: .long, help: "Listen on this address, as 127.0.0.1:8765; port 0 is any free one.")
  var http: String?

  @Option(name: .long, help: "With --http: a file of tokens. By default ~/.config/consilium/mcp-tokens.")
  var tokens: String?

  @Option(name: .long, help: "With --http: a name with port under which a proxy asks; may be given again.")
  var host: [String] = []

  @Option(name: .long, help: "With --http: an origin whose pages may ask; may be given again.")
  var origin: [String] = []

  @OptionGroup var store: StoreOption

  func run() async throws {
    let installation = StoreOption.installation
    let login = ContextCaller(
      name: Caller.login(installation.environment).name, scopes: AssistantScope.all)
    let own = Workplace.own(
      storeFile: store.file, folder: folder ?? FileManager.default.currentDirectoryPath)
    guard let http else {
      let provider = try AssistantProvider(installation: installation) { _ in own }
      return try await StdioServer(
        server: ContextServer(provider: provider, report: Self.report), caller: login,
        input: try StandardInput()
      ) { Console.message($0.compact) }.run()
    }
    let listener = try MCPAddress(http).listener
    let place =
      tokens.map {
        AccessTokenFile(
          URL(filePath: $0).standardizedFileURL.path(percentEncoded: false), known: AssistantScope.all)
      }
      ?? .usual(installation, known: AssistantScope.all)
    let known = try place.tokens()
    guard listener.isLoopback || !known.isEmpty else {
      throw AccessTokenError(
        .needed, summary: "Anybody could ask",
        detail:
          "\(http) is reached from other machines, and \(place.path) has no token. Make one with `consilium mcp token NAME`, or listen on 127.0.0.1."
      )
    }
    let below = "\(installation.stateFolder)/callers"
    let provider = try AssistantProvider(installation: installation) { caller in
      known.isEmpty ? own : .apart(caller.name, below: below)
    }
    try await serve(
      ContextServer(provider: provider, report: Self.report), on: listener,
      accesses: known.map {
        HTTPGuard.Access(caller: ContextCaller(name: $0.name, scopes: $0.scopes), digest: $0.digest)
      }, local: known.isEmpty ? login : nil)
  }

  private func serve(
    _ server: ContextServer, on listener: HTTPListener, accesses: [HTTPGuard.Access], local: ContextCaller?
  ) async throws {
    let port = MCPPort()
    let endpoint = ContextEndpoint(server: server) {
      let address = MCPAddress(host: listener.host, port: port.number)
      return (
        HTTPGuard(
          hosts: address.names.union(host), origins: Set(origin), accesses: accesses, local: local,
          digest: AccessToken.digest), "\(address.url)\(ContextEndpoint.path)"
      )
    }
    try await endpoint.during {
      try await listener.run {
        port.set($0)
        Console.say("mcp: \(MCPAddress(host: listener.host, port: $0).url)\(ContextEndpoint.path)")
      } reply: {
        await endpoint.reply(to: $0)
      }
    }
  }

  private static let report: @Sendable (String) -> Void = { Console.say("mcp: \($0)") }
}
