import HCL
import Vocabulary

/// One objection of the handbook, written as data: what no saving may do.
package struct ReviewRule: Sendable {
  package let id: String
  /// Whose concern it is: the agent with that focus objects.
  package let focus: Finding.Category
  /// The types it is about; empty for every type.
  let types: [String]
  /// True objects.
  let when: HCLExpression
  let reason: HCLExpression
}
