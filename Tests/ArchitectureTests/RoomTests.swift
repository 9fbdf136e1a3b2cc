import Foundation
import Testing

/// The floors of `docs/architecture.md`, lowest first: a room may import rooms of its own floor and of floors below.
struct RoomTests {
  private static let floors = [
    "Ground", "Knowledge", "Artifacts", "Evidence", "Experts", "Consultation", "Delivery", "Services",
    "Surfaces",
    "Programs",
  ]

  /// Each outside library in the one room that may know it.
  private static let libraries = [
    "Crypto": ["Digests"], "Yams": ["StrictYAML"], "Mustache": ["Templates"], "GRDB": ["Store"],
    "CCurl": ["CurlHTTP"], "CCurlShims": ["CurlHTTP"],
    "Subprocess": ["ExternalTools"], "FlyingFox": ["HTTPServing"], "FlyingSocks": ["HTTPServing"],
    "ArgumentParser": ["Terminal", "Commands", "ExecutorCommands"],
    "FoundationNetworking": [],
  ]

  private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources")

  /// One `import` of one file.
  private struct Use {
    var floor: String
    var room: String
    var file: String
    var module: String
  }

  /// Each room's floor, by the folder it stands in.
  private static func rooms() throws -> [String: String] {
    var found: [String: String] = [:]
    for floor in try FileManager.default.contentsOfDirectory(atPath: sources.path(percentEncoded: false)) {
      let folder = sources.appending(path: floor).path(percentEncoded: false)
      for room in try FileManager.default.contentsOfDirectory(atPath: folder) { found[room] = floor }
    }
    return found
  }

  private static func imports() throws -> [Use] {
    let root = sources.path(percentEncoded: false)
    let files = try #require(FileManager.default.subpaths(atPath: root)).filter { $0.hasSuffix(".swift") }
    return try files.flatMap { file in
      let parts = file.split(separator: "/").map(String.init)
      let lines = try String(contentsOf: sources.appending(path: file), encoding: .utf8).split(
        separator: "\n")
      return lines.compactMap { line -> Use? in
        // Texts have lines with the word, too; an import begins its line.
        let words = line.split(separator: " ")
        guard !line.hasPrefix(" "), let index = words.firstIndex(of: "import"), index <= 1,
          let last = words.last
        else { return nil }
        return Use(
          floor: parts[0], room: parts[1], file: file, module: String(last.prefix { $0 != "." }))
      }
    }
  }

  @Test func floorsAreEnteredFromAboveOnly() throws {
    let heights = Dictionary(uniqueKeysWithValues: Self.floors.enumerated().map { ($1, $0) })
    let rooms = try Self.rooms()
    #expect(Set(rooms.values) == Set(Self.floors))
    for use in try Self.imports() {
      guard let usedFloor = rooms[use.module], let used = heights[usedFloor] else { continue }
      let own = try #require(heights[use.floor], "\(use.floor) is in no list of floors")
      #expect(used <= own, "\(use.file) imports \(use.module) of \(usedFloor)")
    }
  }

  @Test func aLibraryIsKnownToItsOwnRoomOnly() throws {
    for use in try Self.imports() {
      guard let allowed = Self.libraries[use.module] else { continue }
      #expect(allowed.contains(use.room), "\(use.file) imports \(use.module)")
    }
  }

  /// Everything that a room uses, and what that uses in turn.
  private static func reachable(from room: String, _ uses: [Use]) -> Set<String> {
    let direct = Dictionary(grouping: uses, by: \.room).mapValues { Set($0.map(\.module)) }
    var found: Set<String> = []
    var open = [room]
    while let next = open.popLast() {
      for module in direct[next] ?? [] where found.insert(module).inserted { open.append(module) }
    }
    return found
  }

  @Test func whatAppliesKnowsNoExpertAndWhatAsksCannotApply() throws {
    let uses = try Self.imports()
    let executor = Self.reachable(from: "consilium-executor", uses)
    #expect(executor.contains("Delivery"))
    #expect(
      executor.isDisjoint(with: [
        "Experts", "Handbook", "ModelExperts", "Consultation", "Evaluation", "Services", "LanguageModels",
      ]))
    let asking = Self.reachable(from: "consilium", uses)
    #expect(asking.contains("Consultation"))
    #expect(!asking.contains("Delivery"))
  }

  /// An assistant reads and consults; nothing that it can reach plans, approves or applies.
  @Test func assistantsCanNeitherApproveNorApply() throws {
    let uses = try Self.imports()
    let assistants = Self.reachable(from: "Assistants", uses)
    #expect(assistants.contains("Services"))
    #expect(assistants.isDisjoint(with: ["Delivery", "Plans", "ExecutorCommands"]))
    let direct = Set(uses.filter { $0.room == "Assistants" }.map(\.module))
    #expect(direct.isSubset(of: Self.valuesOfAssistants), "\(direct.subtracting(Self.valuesOfAssistants))")
    // The protocol is spoken without knowing what it is spoken about.
    let spoken = Self.reachable(from: "ModelContext", uses)
    #expect(spoken.isDisjoint(with: ["Vocabulary", "Store", "Clouds", "Services", "Reporting"]))
  }

  private static let valuesOfAssistants: Set<String> = [
    "Basics", "Masking", "ModelContext", "Records", "Reporting", "Services", "TaskGraph", "Templates",
    "Vocabulary",
    "Foundation", "FoundationEssentials", "Synchronization",
  ]

  /// What the programs print, every other surface has to be able to show: nothing is worked out in a command.
  private static let valuesOfCommands: Set<String> = [
    "Basics", "Records", "Reporting", "Services", "Terminal", "Vocabulary", "CrewFile", "CrewTasks", "Advice",
    "Assistants", "HTTPServing", "ModelContext", "TaskGraph", "Trust", "ArgumentParser", "Foundation",
    "FoundationEssentials", "Synchronization",
  ]
  private static let valuesOfExecutorCommands: Set<String> = [
    "Basics", "Delivery", "Digests", "Effects", "ExternalTools", "Plans", "Records", "Terminal", "Vocabulary",
    "ArgumentParser",
    "Foundation", "Synchronization",
  ]

  @Test func commandsAreThinOverServices() throws {
    let uses = try Self.imports()
    let commands = Set(uses.filter { $0.room == "Commands" }.map(\.module))
    #expect(commands.isSubset(of: Self.valuesOfCommands), "\(commands.subtracting(Self.valuesOfCommands))")
    let executor = Set(uses.filter { $0.room == "ExecutorCommands" }.map(\.module))
    #expect(
      executor.isSubset(of: Self.valuesOfExecutorCommands),
      "\(executor.subtracting(Self.valuesOfExecutorCommands))")
    for use in uses where use.floor == "Programs" {
      #expect(["Commands", "ExecutorCommands"].contains(use.module), "\(use.file) imports \(use.module)")
    }
  }
}
