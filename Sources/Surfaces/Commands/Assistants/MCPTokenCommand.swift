import ArgumentParser
import Assistants
import Services
import Terminal

struct MCPTokenCommand: AsyncParsableCommand, WorksWithoutTrust {
  static let configuration = CommandConfiguration(
    commandName: "token", abstract: "Makes a token for a caller over HTTP.",
    discussion: """
      Writes nothing: the token is printed once, on standard error the line that the file of tokens needs.

      EXAMPLES
        consilium mcp token ci --scopes read
        consilium mcp token ada 2>> ~/.config/consilium/mcp-tokens
      """)

  @Argument(help: "The caller: letters, digits, '-' and '_'.")
  var name: String

  @Option(name: .long, help: "read, consult, or both with a comma between.")
  var scopes = "consult,read"

  func run() async throws {
    let (secret, token) = try AccessToken.make(
      name, scopes: Set(scopes.split(separator: ",").map(String.init)), known: AssistantScope.all)
    Console.secret(secret)
    Console.say(token.line)
  }
}
