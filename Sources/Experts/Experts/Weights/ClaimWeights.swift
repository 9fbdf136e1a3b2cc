/// How sure the handbook is of a draft of its own.
package struct ClaimWeights: Sendable, Decodable {
  package let atMost: Double
  package let unchecked: Double
  package let question: Double
  package let questionsAtMost: Double
}
