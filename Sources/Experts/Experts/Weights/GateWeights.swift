/// When drafts are alike enough not to be debated.
package struct GateWeights: Sendable, Decodable {
  package let agreement: Double
}
