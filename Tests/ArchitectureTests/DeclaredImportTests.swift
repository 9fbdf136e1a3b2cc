import Foundation
import Testing

/// What a target imports stands in Package.swift, and what stands there is imported: a build that finds a module only
/// because another target asked for it breaks on the next machine.
struct DeclaredImportTests {
  private struct Target {
    var name: String
    var uses: Set<String>
    var folder: String
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Products by the name that Package.swift binds them to.
  private static func products(_ manifest: String) -> [String: String] {
    Dictionary(
      manifest.matches(of: /let (\w+) = Target\.Dependency\.product\(name: "(\w+)"/).map {
        (String($0.1), String($0.2))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The calls that declare targets, each with everything between its brackets.
  private static func declarations(_ manifest: String) throws -> [(kind: String, body: Substring)] {
    let list = try #require(manifest.firstRange(of: "  targets: ["))
    let text = manifest[list.upperBound...]
    return text.matches(of: /\n    (\.?[a-zA-Z]+)\(/).map { match in
      var depth = 1
      let end = text[match.range.upperBound...].firstIndex { character in
        depth += character == "(" ? 1 : character == ")" ? -1 : 0
        return depth == 0
      }
      return (String(match.1), text[match.range.upperBound..<(end ?? text.endIndex)])
    }
  }

  private static func targets() throws -> [Target] {
    let manifest = try String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
    let products = products(manifest)
    let folders = try folders()
    return try declarations(manifest).compactMap { kind, body in
      guard kind != ".systemLibrary" else { return nil }
      let quoted = body.matches(of: /"([^"]+)"/).map { String($0.1) }
      guard let first = quoted.first else { return nil }
      let name = kind == "tests" ? "\(first)Tests" : first
      let list = body.firstMatch(of: /(?:uses|dependencies): \[([^\]]*)\]/).map { String($0.1) } ?? ""
      var uses = Set(list.matches(of: /"([^"]+)"/).map { String($0.1) })
      for (word, product) in products where list.contains(try Regex("\\b\(word)\\b(?!\")")) {
        uses.insert(product)
      }
      if kind == "tests" { uses.insert(first) }
      return Target(name: name, uses: uses, folder: try #require(folders[name], "\(name) has no folder"))
    }
  }

  /// The folders of rooms, which stand on floors, and of tests, by name.
  private static func folders() throws -> [String: String] {
    let manager = FileManager.default
    var found: [String: String] = [:]
    func add(_ folder: URL) throws {
      for name in try manager.contentsOfDirectory(atPath: folder.path(percentEncoded: false)) {
        found[name] = folder.appending(path: name).path(percentEncoded: false)
      }
    }
    let sources = root.appending(path: "Sources")
    for floor in try manager.contentsOfDirectory(atPath: sources.path(percentEncoded: false)) {
      try add(sources.appending(path: floor))
    }
    try add(root.appending(path: "Tests"))
    try add(root.appending(path: "Tests/Support"))
    return found
  }

  /// Nil for a folder without a line of Swift.
  private static func imports(_ folder: String) throws -> Set<String>? {
    let files = try #require(FileManager.default.subpaths(atPath: folder)).filter { $0.hasSuffix(".swift") }
    if files.isEmpty { return nil }
    return Set(
      try files.flatMap { file in
        try String(contentsOf: URL(filePath: "\(folder)/\(file)"), encoding: .utf8)
          .matches(of: /(?m)^(?:@testable |public |package )*import (?:struct |enum |func |class )?(\w+)/)
          .map { String($0.1) }
      })
  }

  private static let programs: Set<String> = ["consilium", "consilium-executor"]

  /// What comes with the toolchain or the system and is declared nowhere.
  private static let ambient: Set<String> = [
    "Foundation", "FoundationEssentials", "Glibc", "Darwin", "Synchronization", "Testing", "Dispatch",
    "PackageDescription", "RegexBuilder",
    // A target of Yams that is no product of it.
    "CYaml",
  ]

  @Test func whatIsImportedIsDeclaredAndWhatIsDeclaredIsImported() throws {
    let targets = try Self.targets()
    #expect(targets.count > 60)
    for target in targets {
      guard let all = try Self.imports(target.folder) else { continue }
      let imported =
        all
        .subtracting(Self.ambient)
        .subtracting([target.name.replacing("-", with: "_")])
      // Tests name the programs they run, so that they are built.
      let run = target.folder.contains("/Tests/") ? Self.programs : []
      let declared = Set(target.uses.subtracting(run).map { $0.replacing("-", with: "_") })
      #expect(
        imported.subtracting(declared).isEmpty,
        "\(target.name) imports what Package.swift does not declare for it")
      #expect(
        declared.subtracting(imported).isEmpty,
        "Package.swift declares for \(target.name) what it does not import")
    }
  }
}
