import Basics
import Vocabulary

/// What a plan does, for whoever has to decide on it.
package struct PlanExplanation: Sendable, Codable {
  /// What happens to one resource.
  package struct Change: Sendable, Codable {
    package var address: String
    /// `create`, `update`, `replace`, `delete`, `forget`.
    package var action: String
    /// Paths that force a replacement.
    package var forced: [String]
  }

  /// Dollars a month; what has no price is named and in neither.
  package struct Price: Sendable, Codable {
    package var before: Double
    package var after: Double
    package var unpriced: [String]
  }

  /// How often each action happens.
  package var counts: [String: Int]
  /// What is lost first: deletions, then replacements, then the rest.
  package var changes: [Change]
  /// Addresses that changed outside.
  package var drift: [String]
  package var price: Price
  /// By severity; what cannot be decided from the plan has the outcome `unknown`.
  package var findings: [Finding]
}
