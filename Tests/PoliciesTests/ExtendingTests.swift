import Foundation
import Policies
import Testing

/// The rule that docs/extending.md shows is one.
struct ExtendingTests {
  @Test func theRuleInTheDocsLoadsAndProvesItself() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/extending.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let blocks = text.matches(of: /```hcl\n((?s).*?)```/).map { String($0.1) }
    let block = try #require(blocks.first { $0.contains("require ") }, "the docs show no rule")
    let pack = try PolicyPack(files: ["extending.md": block])
    let proof = RuleProof(try #require(pack.rules.first), in: pack)
    #expect(proof.faults.isEmpty, "\(proof.faults)")
  }
}
