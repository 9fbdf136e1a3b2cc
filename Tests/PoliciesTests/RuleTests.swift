import Basics
import HCL
import ResourceGraph
import Policies
import Testing
import Vocabulary

/// Every rule proves itself: its own cases pass and fail, and its remedy makes the failing one pass.
struct RuleTests {
  /// Empty when the rules cannot be read, which `readsTheRuleFiles` reports.
  static let ids: [String] =
    if case .success(let pack) = PolicyPack.builtIn { pack.rules.map(\.id) } else { [] }

  @Test func readsTheRuleFiles() throws {
    let pack = try PolicyPack.builtIn.get()
    #expect(pack.rules.filter { !$0.id.hasPrefix("k8s-") }.count >= 60)
    #expect(pack.rules.filter { $0.id.hasPrefix("k8s-") }.count >= 20)
    #expect(pack.digest.count == 64)
    #expect(
      pack.rules.allSatisfy { !$0.references.isEmpty && $0.why.hasSuffix(".") && $0.advice.hasSuffix(".") })
  }

  private func outcomes(_ rule: Rule, _ graph: ResourceGraph) -> [Rule.Outcome] {
    (graph.resources + graph.configuration)
      .filter { rule.types.contains($0.kind == .data ? "data.\($0.type)" : $0.type) }
      .map { rule.outcome(on: $0, in: graph) }
  }

  @Test(arguments: ids)
  func judgesItsOwnCases(_ id: String) throws {
    let rule = try #require(try PolicyPack.builtIn.get()[id])
    let passing = outcomes(rule, rule.passing.graph)
    #expect(rule.passing.graph.diagnostics.isEmpty && rule.failing.graph.diagnostics.isEmpty)
    #expect(!passing.isEmpty && passing.allSatisfy { $0 == .pass || $0 == .notApplicable })
    #expect(outcomes(rule, rule.failing.graph).contains(.fail))
    let findings = try PolicyPack.builtIn.get().findings(in: rule.failing.graph).filter { $0.rule == id }
    #expect(
      findings.allSatisfy { $0.outcome == .fail && !$0.evidence.isEmpty && !$0.evidence.contains("${") })
  }

  @Test(arguments: ids)
  func remediesWhatItFinds(_ id: String) throws {
    let pack = try PolicyPack.builtIn.get()
    let rule = try #require(pack[id])
    guard rule.remedy != nil else { return }
    let application = RemedyApplication(pack)
    let graph = rule.failing.graph
    let finding = try #require(rule.findings(in: graph).first)
    if let manifest = rule.failing.manifests.first {
      let changed = try application.apply(finding, to: manifest)
      let resource = try #require(Resource(manifest: changed))
      #expect(rule.outcome(on: resource, in: ResourceGraph(resources: [resource])) == .pass)
    } else {
      let files = try application.apply(finding, to: ["main.tf": rule.failing.text])
      let changed = ResourceGraph(files: files)
      #expect(changed.diagnostics.isEmpty)
      #expect(outcomes(rule, changed).allSatisfy { $0 == .pass || $0 == .notApplicable }, "\(files)")
    }
  }
}

extension Rule {
  fileprivate func findings(in graph: ResourceGraph) -> [Finding] {
    (graph.resources + graph.configuration)
      .filter { types.contains($0.kind == .data ? "data.\($0.type)" : $0.type) }
      .compactMap { finding(on: $0, in: graph) }
  }
}
