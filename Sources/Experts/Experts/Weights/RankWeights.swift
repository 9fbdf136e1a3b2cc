/// The order of drafts by evidence.
package struct RankWeights: Sendable, Decodable {
  package let critical: Double
  package let high: Double
  package let account: Double
  package let input: Double
  package let wrong: Double
  package let hardCoded: Double
  package let hardCodedAtMost: Double
  package let deprecated: Double
  package let connectionsAtMost: Int
}
