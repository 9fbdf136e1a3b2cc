/// What one way of choosing came to over a suite.
package struct EvaluationRow: Sendable, Codable {
  package var mode: EvaluationMode
  /// Requests answered right, by the recorded verdict on an answer that was chosen as it was; a mean where the way is a
  /// chance.
  package var right: Double
  package var total: Int
  /// The share that is right with 95 % confidence (Wilson's interval), 0 to 1.
  package var low: Double
  package var high: Double
  /// Choices that were repaired or revised first, so that no recorded verdict is about them.
  package var changed: Int
  /// Of these, the ones that pass every check of ours: a judgement of our own, so counted apart.
  package var changedAndPassing: Int
  /// Of the changed ones, those that were revised from an answer that was right as it stood: the choice was right, and
  /// whether the revision kept it so no recording says.
  package var changedFromRight: Int
  /// Answers asked for.
  package var calls: Int
  /// In the answers, at four bytes each: the recordings do not say.
  package var tokens: Int
  package var seconds: Double
}
