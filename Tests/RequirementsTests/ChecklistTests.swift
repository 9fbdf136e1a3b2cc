import Basics
import Foundation
import ProviderSchemas
import StrictYAML
import Testing
import Vocabulary

@testable import Requirements

struct ChecklistTests {
  struct Case: Sendable, CustomStringConvertible {
    var text: String
    var types: [String: Int]
    var description: String { text }
  }

  private static func cases() throws -> [Case] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/requests.yaml")
    let root = try StrictYAML.document(String(contentsOf: file, encoding: .utf8), file: "requests.yaml")
    return (root.elements ?? []).map { node in
      Case(
        text: node["text"]?.text ?? "",
        types: Dictionary(
          (node["types"]?.pairs ?? []).map { ($0.key, Int($0.value.text ?? "") ?? 0) },
          uniquingKeysWith: { first, _ in first }))
    }
  }

  private static func checklist() throws -> Checklist {
    try Checklist(schema: try #require(ProviderSchema.shipped("hashicorp/aws")))
  }

  @Test func readsWhichResourcesARequestSpeaksOf() throws {
    let checklist = try Self.checklist()
    let cases = try Self.cases()
    try #require(!cases.isEmpty)
    for example in cases {
      var found: [String: Int] = [:]
      for line in checklist.requirements(for: example.text) {
        guard let expectation = line.check?.all.first, expectation.condition == nil else { continue }
        for type in expectation.types { found[type] = max(found[type] ?? 0, expectation.minimum) }
      }
      #expect(found == example.types, "\(example)")
    }
  }

  @Test func namesValuesAndArgumentsBecomeLines() throws {
    let lines = try Self.checklist().requirements(
      for:
        "A DB instance named \"orders\" in eu-west-1 with deletion protection, don't use 'x' in 10.0.0.0/16")
    let conditions = lines.compactMap { $0.check?.all.first?.condition }
    #expect(conditions.contains("label == \"orders\" || has_text(\"orders\")"))
    #expect(conditions.contains("has_value(\"orders\")"))
    #expect(conditions.contains("has_text(\"eu-west-1\")"))
    #expect(conditions.contains("has_text(\"10.0.0.0/16\")"))
    #expect(conditions.contains("is_set(\"deletion_protection\")"))
    #expect(conditions.contains("has_value(\"x\")"))
    #expect(!conditions.contains { $0.contains("use ") })
    #expect(lines.map(\.id) == (1...lines.count).map { "REQ-\($0)" })
  }

  @Test(arguments: [("a\"b", "\"a\\\"b\""), ("${x}", "\"$${x}\""), ("a\\b", "\"a\\\\b\"")])
  func quotedTextsAreNoTemplates(text: String, literal: String) {
    #expect(HCLText.quoted(text) == literal)
  }
}
