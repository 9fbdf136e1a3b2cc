import Basics
import HCL
import ResourceGraph
import Vocabulary

extension PolicyPack {
  /// What the rules find in a graph, in the order of its resources. An unknown result is a finding too, with the outcome
  /// `unknown`: it is never a pass.
  package func findings(in graph: ResourceGraph) -> [Finding] {
    (graph.resources + graph.configuration).flatMap { resource in
      let type = resource.kind == .data ? "data.\(resource.type)" : resource.type
      return rules(for: type).compactMap { $0.finding(on: resource, in: graph) }
    }
  }

  /// What certainly fails a rule of at least that severity.
  /// - Parameter addresses: of the resources that are looked at; nil for all of them.
  package func failures(
    in graph: ResourceGraph, of addresses: Set<String>?, atLeast severity: Severity
  ) -> [Finding] {
    let subjects = addresses.map { $0.sorted().compactMap { graph[$0] } }
    return (subjects ?? graph.resources + graph.configuration).flatMap { resource in
      let type = resource.kind == .data ? "data.\(resource.type)" : resource.type
      return rules(for: type).filter { $0.severity >= severity }.compactMap { rule in
        rule.finding(on: resource, in: graph).flatMap { $0.outcome == .fail ? $0 : nil }
      }
    }
  }
}

extension Rule {
  /// What a rule says of one resource.
  package enum Outcome: Sendable {
    case pass, fail, unknown
    /// The rule is not about this resource.
    case notApplicable
  }

  /// Whether a resource meets the rule.
  package func outcome(on resource: Resource, in graph: ResourceGraph) -> Outcome {
    var evaluator = Evaluator(scope: RuleScope(resource, graph: graph).scope, isLenient: true)
    if let applies {
      switch evaluator.evaluate(applies) {
      case .bool(true): break
      case .unknown: return evaluator.evaluate(require) == .bool(true) ? .pass : .unknown
      default: return .notApplicable
      }
    }
    switch evaluator.evaluate(require) {
    case .bool(true): return .pass
    case .unknown: return .unknown
    default: return .fail
    }
  }

  /// What to report about a resource, nil when it passes or the rule is not about it.
  package func finding(on resource: Resource, in graph: ResourceGraph) -> Finding? {
    let outcome = outcome(on: resource, in: graph)
    guard outcome == .fail || outcome == .unknown else { return nil }
    var evaluator = Evaluator(scope: RuleScope(resource, graph: graph).scope, isLenient: true)
    let evidence = evaluator.evaluate(message).text
    return Finding(
      rule: id, severity: severity, category: category, outcome: outcome == .fail ? .fail : .unknown,
      address: resource.address, range: resource.range, summary: title,
      evidence: outcome == .fail
        ? evidence ?? "\(resource.address) does not meet the rule."
        : "Not decidable from the configuration alone: the values this depends on are not known yet.",
      remedy: advice, awaits: awaits)
  }
}
