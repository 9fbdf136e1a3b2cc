/// How judges' marks are counted.
package struct TallyWeights: Sendable, Decodable {
  package let step: Double
}
