import Basics
import Foundation
import Records
import Reporting
import ScriptedServer
import Services
import Store
import Testing

/// Agents with tools of other servers: our own program is the other server.
struct ToolServerRunTests {
  private static let program = URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
    .appending(path: "consilium").path(percentEncoded: false)

  private static func block(_ folder: String, digest: String?) -> String {
    "mcp:\n  house:\n    command: [\(program), mcp, --folder, \(folder)]\n"
      + (digest.map { "    digest: \($0)\n" } ?? "")
  }

  private static func crew(_ text: String, folder: String, digest: String?) -> String {
    // Every agent is offered one tool of the server.
    block(folder, digest: digest) + text.replacing("tools: [", with: "tools: [house/price, ")
  }

  private static func service(_ place: ModelPlace, crew: String) -> ToolServerService {
    ToolServerService(installation: place.installation, storeFile: place.store, crewFile: crew)
  }

  private static func digest(_ place: ModelPlace) async throws -> String {
    let file = try place.crewFile { crew($0, folder: place.folder, digest: nil) }
    let offer = try await service(place, crew: file).offer(of: "house")
    #expect(offer.revision == "2026-07-28" && !offer.isPinned)
    #expect(offer.tools.contains { $0.name == "price" })
    return offer.digest
  }

  @Test func aForeignCrewFileStartsNothing() async throws {
    try await ModelPlace.with { place in
      let marker = "\(place.folder)/started"
      let file = "\(place.folder)/agents.yaml"
      let text = try String(contentsOfFile: "\(ModelPlace.root)/agents.yaml", encoding: .utf8)
      try Data("mcp:\n  bad:\n    command: [/usr/bin/touch, \(marker)]\n\(text)".utf8).write(
        to: URL(filePath: file))
      let service = Self.service(place, crew: file)
      #expect(throws: (any Error).self) { try service.list() }
      await #expect(throws: (any Error).self) { _ = try await service.offer(of: "bad") }
      #expect(!FileManager.default.fileExists(atPath: marker))
    }
  }

  @Test func toolsThatNobodyLookedAtStopTheRun() async throws {
    try await ModelPlace.with { place in
      for digest in [nil, String(repeating: "0", count: 64)] {
        let error = await #expect(throws: (any Error).self) {
          try await place.ask(output: "x\(digest?.count ?? 0)") {
            Self.crew($0, folder: place.folder, digest: digest)
          }
        }
        let text = "\(try #require(error))"
        #expect(text.contains("digest: "))
      }
      #expect(place.server.bodies.isEmpty)
    }
  }

  @Test func aCallIsJournalledAndReadWithoutTheServer() async throws {
    try await ModelPlace.with { place in
      let digest = try await Self.digest(place)
      let file = try place.crewFile { Self.crew($0, folder: place.folder, digest: digest) }
      let service = Self.service(place, crew: file)
      let (run, record) = try await service.call("price", of: "house", arguments: ["words": ["t3.micro"]])
      #expect(!record.isError && record.text.contains("t3.micro") && record.id.hasPrefix("mcp-"))
      #expect(try await service.calls(of: run) == [record])
      await #expect(throws: (any Error).self) {
        _ = try await service.call("none", of: "house", arguments: [:])
      }
    }
  }

  @Test func anAgentCallsAToolAndTheRunReplays() async throws {
    try await ModelPlace.with { place in
      let digest = try await Self.digest(place)
      place.server.script(
        [
          .init(
            match: "Draft the whole infrastructure", times: 1,
            tool: (name: "house__price", arguments: #"{"words":["t3.micro"]}"#))
        ] + ModelPlace.rules)
      let report = try await place.ask { Self.crew($0, folder: place.folder, digest: digest) }.report
      let body = try #require(place.server.bodies.first { $0.contains("mcp-") })
      #expect(body.contains("t3.micro") && body.contains("which others run"))
      #expect(try await RunService.reading(place.store).replay(report.run).identical)
      let records = try await Self.service(place, crew: "\(place.folder)/agents.yaml").calls(of: report.run)
      #expect(records.count == 1 && records[0].tool == "price")
    }
  }
}
