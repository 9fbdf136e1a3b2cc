/// The result of a suite.
package struct EvaluationReport: Sendable, Codable {
  package var suite: String
  package var models: [String]
  package var rows: [EvaluationRow]
  /// What the best possible choice among the unchanged answers would have right.
  package var best: Int
  package var checker: CheckerScore
}
