import Basics
import HCL
import ResourceGraph
import Vocabulary

/// A rule held against its own cases: it finds nothing in the passing one and something in the failing one, and its
/// remedy makes the failing one pass. What ships is proved by the same.
package struct RuleProof: Sendable {
  /// The rule's id.
  package let rule: String
  /// What does not hold, in sentences; none where the rule is proved.
  package let faults: [String]

  /// - Parameter pack: the rule's own.
  package init(_ rule: Rule, in pack: PolicyPack) {
    self.rule = rule.id
    faults = Self.style(rule) + Self.cases(rule, pack: pack) + Self.remedy(rule, pack: pack)
  }

  private static func style(_ rule: Rule) -> [String] {
    [
      rule.references.isEmpty ? "'references' names nothing that the demand comes from." : nil,
      rule.why.hasSuffix(".") ? nil : "'why' is not a sentence with a full stop.",
      rule.advice.hasSuffix(".") ? nil : "'advice' is not a sentence with a full stop.",
    ].compactMap { $0 }
  }

  private static func cases(_ rule: Rule, pack: PolicyPack) -> [String] {
    var faults: [String] = []
    let passing = rule.passing.graph
    let failing = rule.failing.graph
    faults += passing.diagnostics.map { "The passing case cannot be read: \($0)" }
    faults += failing.diagnostics.map { "The failing case cannot be read: \($0)" }
    let good = outcomes(of: rule, in: passing)
    if good.isEmpty { faults.append("The passing case has no resource that the rule is about.") }
    if good.contains(where: { $0 != .pass && $0 != .notApplicable }) {
      faults.append("The rule does not pass its passing case.")
    }
    if !outcomes(of: rule, in: failing).contains(.fail) {
      faults.append("The rule finds nothing in its failing case.")
    }
    for finding in pack.findings(in: failing) where finding.rule == rule.id {
      if finding.outcome != .fail {
        faults.append("A resource of the failing case is judged \(finding.outcome.rawValue).")
      }
      if finding.evidence.isEmpty || finding.evidence.contains("${") {
        faults.append("The message is empty or has a part that was not filled in: \(finding.evidence)")
      }
    }
    return faults
  }

  private static func remedy(_ rule: Rule, pack: PolicyPack) -> [String] {
    let graph = rule.failing.graph
    guard rule.remedy != nil, let finding = rule.findings(in: graph).first else { return [] }
    let application = RemedyApplication(pack)
    do {
      if let manifest = rule.failing.manifests.first {
        guard let resource = Resource(manifest: try application.apply(finding, to: manifest)) else {
          return ["The remedy leaves no object."]
        }
        let outcome = rule.outcome(on: resource, in: ResourceGraph(resources: [resource]))
        return outcome == .pass ? [] : ["The failing case does not pass with the remedy applied."]
      }
      let changed = ResourceGraph(files: try application.apply(finding, to: ["main.tf": rule.failing.text]))
      let outcomes = outcomes(of: rule, in: changed)
      return changed.diagnostics.map { "The remedy leaves what cannot be read: \($0)" }
        + (outcomes.allSatisfy { $0 == .pass || $0 == .notApplicable }
          ? [] : ["The failing case does not pass with the remedy applied."])
    } catch {
      return ["The remedy cannot be applied: \(error)"]
    }
  }

  private static func outcomes(of rule: Rule, in graph: ResourceGraph) -> [Rule.Outcome] {
    rule.subjects(in: graph).map { rule.outcome(on: $0, in: graph) }
  }
}

extension Rule {
  /// The resources that the rule is about.
  fileprivate func subjects(in graph: ResourceGraph) -> [Resource] {
    (graph.resources + graph.configuration).filter {
      types.contains($0.kind == .data ? "data.\($0.type)" : $0.type)
    }
  }

  fileprivate func findings(in graph: ResourceGraph) -> [Finding] {
    subjects(in: graph).compactMap { finding(on: $0, in: graph) }
  }
}
