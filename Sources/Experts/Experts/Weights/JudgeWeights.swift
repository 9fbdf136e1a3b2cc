/// Marks of the handbook's judges.
package struct JudgeWeights: Sendable, Decodable {
  /// How much each mark weighs in the total.
  package struct Marks: Sendable, Decodable {
    package let requirements: Double
    package let security: Double
    package let reliability: Double
    package let cost: Double
  }

  /// How a price is marked where there is a budget.
  package struct Budget: Sendable, Decodable {
    package let lost: Double
    package let within: Double
    package let at: Double
    package let dearer: Double
  }

  package let met: Double
  package let unknown: Double
  package let nothingAsked: Double
  package let findings: SeverityWeights
  package let usual: Marks
  package let focus: Marks
  package let invalid: Double
  package let budget: Budget
}
