import Advice
import Basics
import ExternalTools
import Foundation
import HCL
import Policies
import Recorded
import Testing

/// Pages that are made from the code; `CONSILIUM_RECORD=1` writes them anew.
struct GeneratedDocsTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func help(_ program: String) async throws -> JSONValue {
    let folder = URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
    let result = try await ProcessRunner.run(
      ProcessCall(
        executable: folder.appending(path: program).path(percentEncoded: false),
        arguments: ["--experimental-dump-help"],
        environment: [
          "PATH": "/nonexistent", "HOME": "/nonexistent", "CONSILIUM_HOME": root.path(percentEncoded: false),
        ],
        directory: "/"))
    return try #require(try JSONValue(parsing: result.output)["command"])
  }

  @Test func theReferenceOfCommandsIsWhatTheProgramsSay() async throws {
    let page = CommandPage(commands: [
      try await Self.help("consilium"), try await Self.help("consilium-executor"),
    ])
    #expect(try RecordedFile.difference(page.text, in: Self.root.appending(path: "docs/commands.md")) == nil)
  }

  @Test func theReferenceOfRuleFunctionsIsWhatTheyAre() throws {
    func table(_ definitions: [FunctionDefinition]) -> String {
      definitions.sorted { $0.name < $1.name }.map { "| `\($0.signature)` | \($0.summary) |\n" }.joined()
    }
    let head = "| function | gives |\n|---|---|\n"
    let text = """
      # Functions of rules

      <!-- Made from the code by the tests; CONSILIUM_RECORD=1 writes it anew. -->

      Rules may call the functions of OpenTofu that need no file, time or chance, and these. [extending.md](extending.md)
      shows whole rules. Resources that a function gives have their arguments, `$address` and `$document`.

      ## Of policy rules

      A policy rule knows `self`, `name`, `address`, `type` and `document`.

      \(head)\(table(RuleFunctions.definitions))
      ## Of rules of advice

      A rule of advice knows `self`, `name`, `address`, `type`, `region`, `hours`, `item`, `index`, `today`, `estate` and
      `window`. What nobody told is unknown, and noted as missing.

      \(head)\(table(AdviceFunctions.definitions))
      """
    #expect(try RecordedFile.difference(text, in: Self.root.appending(path: "docs/rule-functions.md")) == nil)
  }
}
