import Basics
import ExternalTools
import Foundation
import TestFolders
import Testing

/// A cloud that is made up, as a folder: `Fixtures/packs/acme` has one recipe, one rule, one price and the words for them. What the
/// program makes of it needs no line of Swift.
struct PackTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path(percentEncoded: false)
  private static let packs = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Fixtures/packs"
  ).path(percentEncoded: false)
  private static let program = URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
    .appending(path: "consilium").path(percentEncoded: false)

  private static func report(_ request: String) async throws -> (status: Int, report: JSONValue) {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "packs-\(UInt64.random(in: 0..<UInt64.max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { do { try RemovedFolder.remove(folder) } catch { Issue.record(error) } }
    let path = folder.path(percentEncoded: false)
    let result = try await ProcessRunner.run(
      ProcessCall(
        executable: program, arguments: ["ask", "--format", "json", "--output", "out", request],
        environment: [
          "PATH": "/nonexistent", "HOME": path, "CONSILIUM_HOME": root, "CONSILIUM_CLOUDS": packs,
        ], directory: path))
    return (result.status, try JSONValue(parsing: result.output.isEmpty ? "{}" : result.output))
  }

  private static func statuses(_ report: JSONValue) -> [String] {
    (report["brief"]?["requirements"]?.array ?? []).map {
      "\($0["status"]?.string ?? "") \($0["text"]?.string ?? "")"
    }
  }

  @Test func aRequestForItIsAnsweredPricedAndHeldToItsRules() async throws {
    let (status, report) = try await Self.report("An encrypted rocket named eagle on mars")
    #expect(status == 0)
    let statuses = Self.statuses(report)
    #expect(statuses.count >= 3 && statuses.allSatisfy { $0.hasPrefix("met ") }, "\(statuses)")
    // The price of the moon, twice of it on mars.
    #expect(report["price"]?["monthly"]?.double == 25)
    let findings = (report["findings"]?.array ?? []).filter { $0["outcome"]?.string == "fail" }
    #expect(findings.isEmpty, "the remedy of its rule is applied")
  }

  @Test func whatItHasNoRecipeForIsNamed() async throws {
    let (status, report) = try await Self.report("A rocket on Acme and a launch pad")
    #expect(status == 5)
    #expect(Self.statuses(report).contains { $0.hasPrefix("unknown") && $0.contains("pad") })
  }

  @Test func theOtherCloudsAreAnsweredAsBefore() async throws {
    let (status, report) = try await Self.report("An SQS queue named jobs in eu-west-1")
    #expect(status == 0)
    #expect(!(report["price"]?["resources"]?.array ?? []).contains { $0["type"]?.string == "acme_rocket" })
  }
}
