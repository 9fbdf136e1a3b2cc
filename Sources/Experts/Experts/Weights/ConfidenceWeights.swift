/// How sure a verdict is.
package struct ConfidenceWeights: Sendable, Decodable {
  package let atMost: Double
  package let checked: Double
  package let safe: Double
  package let agreed: Double
  package let priced: Double
  package let invalid: Double
  package let findings: SeverityWeights
}
