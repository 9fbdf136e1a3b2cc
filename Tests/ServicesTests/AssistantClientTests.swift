import Basics
import Foundation
import Services
import TestFolders
import Testing

/// A client's file is changed in the one place, and never against its reader.
struct AssistantClientTests {
  private static func with(_ body: (Installation, String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "client-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { #expect(throws: Never.self) { try RemovedFolder.remove(folder) } }
    let path = folder.path(percentEncoded: false)
    try body(Installation(environment: ["HOME": path], executable: "/usr/bin/consilium"), path)
  }

  @Test(arguments: AssistantClient.allCases.map(\.rawValue)) func aNewFileHasTheEntry(name: String) throws {
    let client = try #require(AssistantClient(rawValue: name))
    try Self.with { installation, folder in
      let (before, after) = try client.change(installation, folder: folder)
      #expect(before.isEmpty)
      try client.write(after, for: installation)
      #expect(client.file(installation).hasPrefix(folder))
      let entry = try JSONValue(parsing: after)[client == .vscode ? "servers" : "mcpServers"]?["consilium"]
      #expect(entry?["command"] == "/usr/bin/consilium")
      #expect(entry?["args"] == ["mcp", "--folder", .string(folder)])
      let again = try client.change(installation, folder: folder)
      #expect(again.before == again.after)
    }
  }

  @Test func whatIsThereStays() throws {
    try Self.with { installation, folder in
      let client = AssistantClient.cursor
      try client.write(
        #"{"theme":"dark","mcpServers":{"git":{"command":"g"},"consilium":{"command":"old"}}}"#,
        for: installation)
      let after = try JSONValue(parsing: try client.change(installation, folder: folder).after)
      #expect(after["theme"] == "dark")
      #expect(after["mcpServers"]?["git"]?["command"] == "g")
      #expect(after["mcpServers"]?["consilium"]?["command"] == "/usr/bin/consilium")
    }
  }

  @Test func aFileWithCommentsIsLeftAlone() throws {
    try Self.with { installation, folder in
      try AssistantClient.vscode.write("// mine\n{}", for: installation)
      let error = #expect(throws: Diagnostic.self) {
        try AssistantClient.vscode.change(installation, folder: folder)
      }
      #expect(error?.detail.contains("\"command\"") == true)
    }
  }
}
