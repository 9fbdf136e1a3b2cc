import Basics
import Foundation
import ModelContext
import Services
import Testing

@testable import Assistants

/// What assistants are offered: small, described, and of what the caller may do.
struct OfferTests {
  private static func provider() throws -> AssistantProvider {
    try AssistantProvider(installation: Installation(environment: [:], executable: "/usr/bin/consilium")) {
      _ in
      .own(storeFile: "/nonexistent/consilium.db", folder: "/nonexistent")
    }
  }

  @Test func definitionsFitInAContext() throws {
    let tools = try Self.provider().tools(for: ContextCaller(name: "a", scopes: AssistantScope.all))
    let bytes = tools.reduce(0) { $0 + $1.json.compactBytes.count }
    #expect((10...13).contains(tools.count))
    #expect(bytes <= 12_000, "\(bytes) bytes")
    for tool in tools {
      #expect(tool.output != nil && tool.input["additionalProperties"] == false, "\(tool.name)")
      #expect(tool.name.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "_") })
      #expect(!tool.description.isEmpty && tool.description.utf8.count <= 300)
    }
  }

  @Test func scopesDecideTheTools() throws {
    let provider = try Self.provider()
    #expect(provider.tools(for: ContextCaller(name: "a", scopes: [])).isEmpty)
    let reading = provider.tools(for: ContextCaller(name: "a", scopes: ["read"]))
    #expect(!reading.isEmpty && reading.allSatisfy { $0.annotations.readsOnly })
    #expect(
      provider.tools(for: ContextCaller(name: "a", scopes: ["consult"])).map(\.name) == [
        "consult", "answer_questions",
      ])
  }

  @Test func promptsAreFilledIn() throws {
    let catalog = try PromptCatalog()
    for prompt in catalog.definitions {
      let filled = Dictionary(
        uniqueKeysWithValues: prompt.arguments.map { ($0.name, "<\($0.name)> & {{x}}") })
      let text = try #require(try catalog.text(prompt.name, arguments: filled))
      for argument in prompt.arguments { #expect(text.contains("<\(argument.name)> & {{x}}")) }
      #expect(
        try #require(try catalog.text(prompt.name, arguments: filled.filter { $0.key != "budget" })).contains(
          "Budget") == false)
    }
    #expect(catalog.instructions.contains("approves"))
  }

  @Test func thePageLoadsNothing() throws {
    let page = try AssistantFile.text("result.html")
    #expect(
      !page.contains("innerHTML") && !page.contains("http:") && !page.contains("https:")
        && !page.contains(" src="))
  }

  @Test(arguments: [
    "/etc/passwd", "../x", "a/../../x", "a\0b", "/", "link/passwd", "inside/../../x",
  ]) func noFileOutsideIsNamed(path: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "root-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "inside"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "link"), withDestinationURL: URL(filePath: "/etc"))
    let root = FolderRoot(folder.path(percentEncoded: false))
    #expect(try root.place("inside").hasSuffix("/inside"))
    #expect(throws: ToolFailure.self) { try root.place(path) }
  }

  @Test(arguments: [
    "run/x", "consilium://run/", "consilium://run/x", "consilium://run/x/y", "consilium://run//report",
    "consilium://plan/x",
  ])
  func whatIsNoAddressIsNone(text: String) {
    #expect(RunAddress(text) == nil)
  }

  @Test func addressesAreReadAsTheyAreWritten() throws {
    for part: RunAddress.Part in [.report, .brief, .evidence, .file("infrastructure/main.tf")] {
      let address = RunAddress(run: "20260101-000000-abcdef", part: part)
      #expect(RunAddress(address.text) == address)
    }
  }
}
