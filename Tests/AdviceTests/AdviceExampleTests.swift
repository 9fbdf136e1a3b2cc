import Advice
import Foundation
import ProviderSchemas
import Testing
import Vocabulary

/// The rule of advice that docs/extending.md shows is one, and each of its cases comes out as it says.
struct AdviceExampleTests {
  private static func example() throws -> String {
    let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/extending.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let blocks = text.matches(of: /```hcl\n((?s).*?)```/).map { String($0.1) }
    return try #require(blocks.first { $0.contains("saves ") || $0.contains("fires ") }, "no rule is shown")
  }

  @Test func theRuleInTheDocsProvesItself() throws {
    let book = try AdviceBook(rules: ["extending.md": Self.example()])
    let rule = try #require(book.rules.first)
    #expect(Set(rule.cases.map(\.kind)).isSuperset(of: [.fires, .spares, .edge]))
    let adviser = try Adviser(schemas: .shipped, book: book)
    for proof in rule.cases {
      let advice = adviser.advice(on: proof.estate())
      let found = advice.recommendations.filter { $0.rule == rule.id }
      #expect(found.isEmpty != proof.advises, "\(proof.label)")
      guard let one = found.first else { continue }
      #expect(one.patch?.diff.hasPrefix("--- ") == true, "\(one.withheld)")
      #expect(one.checks.contains { $0.name == "validation" && $0.status == .passed }, "\(one.checks)")
      #expect((one.saving.monthly ?? 0) > 0, "\(one.formula)")
    }
  }
}
