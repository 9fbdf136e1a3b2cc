import Basics
import Clouds
import Foundation
import TestFolders
import Testing

@testable import Services

struct KnowledgeServiceTests {
  private static func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "knowledge-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { #expect(throws: Never.self) { try RemovedFolder.remove(folder) } }
    try body(folder)
  }

  private static func write(_ text: String, to path: String, in folder: URL) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  private static let service = KnowledgeService(
    installation: Installation(environment: [:], executable: "/c"))

  @Test func aFolderWithoutRulesIsNotProved() throws {
    try Self.inFolder { folder in
      let path = folder.path(percentEncoded: false)
      let error = #expect(throws: CloudError.self) { try Self.service.testRules([path]) }
      #expect(error?.summary == "No rules to test")
      #expect(throws: CloudError.self) { try Self.service.testRules(["\(path)/nowhere"]) }
    }
  }

  @Test func aRuleOfAShippedNameIsRefused() throws {
    try Self.inFolder { folder in
      let rule = try #require(CloudCatalog.current["aws"]).files(in: .policies, endingIn: "storage.hcl")
      try Self.write(
        String(contentsOf: try #require(rule.first), encoding: .utf8), to: "rules/copy.hcl", in: folder)
      let proofs = try Self.service.testRules([folder.appending(path: "rules").path(percentEncoded: false)])
      #expect(!proofs.isEmpty)
      #expect(proofs.allSatisfy { $0.faults == ["A rule that ships has the same id."] })
    }
  }

  @Test func whatLiesBesideACrewFileIsFoundByItsPlace() throws {
    try Self.inFolder { folder in
      try Self.write("title: Beacon\n", to: "recipes/aws/beacon/recipe.yaml", in: folder)
      try Self.write("", to: "recipes/aws/notes.txt", in: folder)
      try Self.write("", to: "rules/a.hcl", in: folder)
      try Self.write("", to: "rules/readme.md", in: folder)
      let own = OwnKnowledge(folder: folder)
      #expect(try own.recipes(of: "aws") == ["aws/beacon"])
      #expect(own.recipe("aws/vpc") == nil)
      #expect(try own.rules().map(\.lastPathComponent) == ["a.hcl"])
      #expect(try own.prices == nil && own.priceModels().isEmpty && own.lexicon().isEmpty)
    }
  }
}
