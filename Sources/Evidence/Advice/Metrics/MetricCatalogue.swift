import Basics
import HCL

/// The metrics that rules may ask for, as data.
package struct MetricCatalogue: Sendable {
  let definitions: [String: MetricDefinition]

  init(text: String, file: String) throws {
    let parsed = HCLFile(path: file, text: text)
    if let fault = parsed.diagnostics.first {
      throw AdviceError(.badData, summary: "The metrics cannot be read", detail: "\(fault)")
    }
    var definitions: [String: MetricDefinition] = [:]
    for block in parsed.body.blocks("metric") {
      let definition = try Self.definition(block)
      definitions[definition.name] = definition
    }
    self.definitions = definitions
  }

  private static func definition(_ block: Block) throws -> MetricDefinition {
    func text(_ body: Body, name: String) -> String? {
      var evaluator = Evaluator(scope: Scope())
      return body.attribute(name).flatMap { evaluator.evaluate($0.value).text }
    }
    func value(_ body: Body, name: String) -> Value? {
      var evaluator = Evaluator(scope: Scope())
      return body.attribute(name).map { evaluator.evaluate($0.value) }
    }
    guard let name = block.labels.first, let unit = text(block.body, name: "unit"),
      case .tuple(let keys)? = block.body.attribute("keys")?.value.kind
    else {
      throw AdviceError(
        .badData, summary: "A metric is not complete",
        detail: "\(block.headerRange) needs a name, a unit and keys.")
    }
    let queries = try block.body.blocks("query").map { query in
      guard let exporter = query.labels.first, let expression = text(query.body, name: "expr"),
        let labels = value(query.body, name: "labels")?.elements?.compactMap(\.text), !labels.isEmpty
      else {
        throw AdviceError(
          .badData, summary: "A query is not complete",
          detail: "\(query.headerRange) needs the exporter's name, an expression and labels.")
      }
      return MetricDefinition.Query(
        exporter: exporter, expression: expression, labels: labels,
        dropsPort: value(query.body, name: "drops_port") == .bool(true))
    }
    return MetricDefinition(
      name: name, unit: unit, keys: keys, queries: queries, cloudWatch: text(block.body, name: "cloudwatch"),
      cloudWatchScale: value(block.body, name: "cloudwatch_scale")?.number ?? 1)
  }
}
