import Advice
import Foundation
import HCL
import ProviderSchemas
import Repair
import Testing
import Vocabulary

/// Every rule proves itself: it fires where it should, stays silent where it should, and its patch holds.
struct RuleCaseTests {
  static let book = Result { try AdviceBook.builtIn() }
  /// Empty when the rules cannot be read, which `readsTheRules` reports.
  static let cases: [String] = {
    guard case .success(let book) = book else { return [] }
    return book.rules.flatMap { rule in rule.cases.indices.map { "\(rule.id)#\($0)" } }
  }()

  @Test func readsTheRules() throws {
    let book = try Self.book.get()
    #expect(Set(book.rules.map(\.number)).count >= 36)
    #expect(
      book.rules.allSatisfy { rule in Set(rule.cases.map(\.kind)).isSuperset(of: [.fires, .spares, .edge]) })
  }

  /// The table of rules in the manual has each of them.
  @Test func standsInTheManual() throws {
    let manual = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/advise.md")
    let text = try String(contentsOf: manual, encoding: .utf8)
    for rule in try Self.book.get().rules {
      #expect(text.contains("`\(rule.id)`: \(rule.title)"), "\(rule.id)")
    }
  }

  @Test(arguments: cases) func proves(_ name: String) throws {
    let parts = name.split(separator: "#")
    let rule = try #require(try Self.book.get()[String(parts[0])])
    let proof = rule.cases[try #require(Int(parts[1]))]
    let estate = proof.estate()
    let advice = try Adviser(schemas: .shipped).advice(on: estate)
    let found = advice.recommendations.filter { $0.rule == rule.id }
    let judgement = try #require(advice.judgements.first { $0.rule == rule.id })
    if proof.kind == .unjudged {
      #expect(found.isEmpty && judgement.unjudged > 0 && !judgement.needs.isEmpty, "\(judgement)")
      return
    }
    guard proof.advises else {
      #expect(found.isEmpty, "\(proof.label): \(found.first?.formula ?? "")")
      #expect(judgement.unjudged == 0, "\(proof.label): \(judgement.needs)")
      return
    }
    let one = try #require(
      found.first, "\(proof.label): \(judgement) of \(advice.recommendations.map(\.rule))")
    #expect(!one.evidence.isEmpty && one.evidence.allSatisfy { !$0.isEmpty } && !one.formula.isEmpty)
    #expect(one.saving.basis != .unpriced, "\(one.formula)")
    #expect(one.objections.isEmpty, "\(one.objections)")
    #expect(one.checks.allSatisfy { $0.status != .failed }, "\(one.checks)")
    if [.priced, .computed, .reclaimable].contains(one.saving.basis) {
      #expect((one.saving.monthly ?? 0) > 0)
    }
    if let before = one.saving.before, let saved = one.saving.monthly, one.saving.basis != .reclaimable {
      #expect(saved <= before + 0.01, "\(saved) of \(before)")
    }
    if let saves = proof.saves { #expect(abs((one.saving.monthly ?? 0) - saves) < 0.011, "\(one.formula)") }
    #expect(one.patch?.diff.isEmpty == false || !one.withheld.isEmpty)
    if proof.kind == .fires, rule.patchesCode {
      let patch = try #require(one.patch, "\(one.withheld)")
      #expect(patch.diff.hasPrefix("--- ") && one.withheld.isEmpty, "\(one.withheld)")
      #expect(one.checks.contains { $0.name == "validation" && $0.status == .passed }, "\(one.checks)")
    }
  }
}
