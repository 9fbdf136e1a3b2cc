import HCL
import ResourceGraph

extension AdviceBook {
  /// Every metric that some rule asks for.
  package var metricNames: Set<String> { rules.reduce(into: []) { $0.formUnion($1.metricNames) } }

  /// The metrics that rules about resources of an estate ask for.
  package func metricNames(for graph: ResourceGraph) -> Set<String> {
    let types = Set(graph.resources.map(\.type))
    return rules.filter { $0.types.contains(where: types.contains) }.reduce(into: []) {
      $0.formUnion($1.metricNames)
    }
  }
}

extension AdviceRule {
  /// The metrics that the rule asks for.
  var metricNames: Set<String> {
    let expressions = lets.map(\.value) + [when]
    let calls = expressions.flatMap(\.calls).filter { $0.name == "metric" || $0.name == "metric_or_null" }
    return Set(calls.compactMap { $0.arguments.first?.literalString })
  }
}
