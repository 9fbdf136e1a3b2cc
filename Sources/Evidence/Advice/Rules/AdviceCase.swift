/// A small estate that a rule is tried on.
package struct AdviceCase: Sendable {
  /// What the case is there for.
  package enum Kind: String, Sendable {
    /// The rule advises, and its patch holds.
    case fires
    /// The rule has nothing to say.
    case spares
    /// On one side of a threshold, by a hair.
    case edge
    /// The rule cannot be decided.
    case unjudged
  }

  package let kind: Kind
  /// What it shows, in a few words.
  package let label: String
  /// For an edge: whether the rule advises there.
  package let advises: Bool
  /// Dollars a month, where the arithmetic does not depend on the price book alone.
  package let saves: Double?
  /// The text between the braces.
  package let text: String
}
