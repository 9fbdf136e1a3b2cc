import Basics

/// A JSON Schema of draft 2020-12, ready to check documents against. Formats and contents are annotations only, as the
/// draft's default vocabulary says.
package struct JSONSchema: Sendable {
  private let registry: SchemaRegistry

  /// - Parameter schema: an object or a boolean. Schemas it refers to by address have to be inside it.
  package init(_ schema: JSONValue) {
    registry = SchemaRegistry(schema)
  }

  /// Everything in the document that the schema does not allow, in the order it was found; empty when it is valid.
  package func violations(in document: JSONValue) -> [SchemaViolation] {
    var evaluation = SchemaEvaluation(registry: registry)
    _ = evaluation.evaluate(registry.root, instance: document, at: "")
    return evaluation.violations
  }
}
