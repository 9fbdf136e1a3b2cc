import Foundation
import Testing

/// The rooms of `docs/architecture.md`, lowest first: a room may import only rooms before it.
struct RoomTests {
  private static let order = [
    "Basics", "Digests", "Masking", "StrictYAML", "Templates", "JSONSchema", "CurlHTTP", "LanguageModels",
    "TaskGraph", "Store", "ExternalTools", "Vocabulary",
    "CrewFile", "HCL",
    "Manifests", "Infrastructure", "Policies", "Pricing", "Requirements", "Evidence", "Reporting", "Memory",
    "Bundles",
    "Experts",
    "Delivery", "Advice",
    "CrewTasks", "Consultation", "Evaluation", "Engine", "consilium-executor", "consilium",
  ]

  /// Each outside library in the one room that may know it.
  private static let libraries = [
    "Crypto": ["Digests"], "Yams": ["StrictYAML"], "Mustache": ["Templates"], "GRDB": ["Store"],
    "CCurl": ["CurlHTTP"], "CCurlShims": ["CurlHTTP"],
    "Subprocess": ["ExternalTools"],
    "ArgumentParser": ["consilium", "consilium-executor"],
    "FoundationNetworking": [],
  ]

  private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources")

  private static func imports() throws -> [(room: String, file: String, module: String)] {
    let root = sources.path(percentEncoded: false)
    let files = try #require(FileManager.default.subpaths(atPath: root)).filter { $0.hasSuffix(".swift") }
    return try files.flatMap { file in
      let room = String(file.prefix { $0 != "/" })
      let lines = try String(contentsOf: sources.appending(path: file), encoding: .utf8).split(
        separator: "\n")
      return lines.compactMap { line -> (room: String, file: String, module: String)? in
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place <= 2, line.first != "/", let last = words.last
        else { return nil }
        return (room, file, String(last.prefix { $0 != "." }))
      }
    }
  }

  @Test func roomsAreEnteredFromAboveOnly() throws {
    let places = Dictionary(uniqueKeysWithValues: Self.order.enumerated().map { ($1, $0) })
    for use in try Self.imports() {
      let room = try #require(places[use.room], "\(use.room) is in no list of rooms")
      guard let used = places[use.module] else { continue }
      #expect(used < room, "\(use.file) imports \(use.module)")
    }
  }

  @Test func aLibraryIsKnownToItsOwnRoomOnly() throws {
    for use in try Self.imports() {
      guard let allowed = Self.libraries[use.module] else { continue }
      #expect(allowed.contains(use.room), "\(use.file) imports \(use.module)")
    }
  }

  @Test func whatAppliesKnowsNoExpertAndWhatAsksCannotApply() throws {
    let uses = try Self.imports()
    let executor = Set(uses.filter { $0.room == "consilium-executor" || $0.room == "Delivery" }.map(\.module))
    #expect(executor.isDisjoint(with: ["Experts", "Consultation", "Evaluation", "Engine", "LanguageModels"]))
    let asking = Set(
      uses.filter { ["consilium", "Engine", "Consultation", "Experts"].contains($0.room) }.map(\.module))
    #expect(!asking.contains("Delivery"))
  }
}
