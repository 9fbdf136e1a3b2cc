/// A provider of the cloud's resources.
package struct CloudProvider: Hashable, Sendable {
  /// Its local name, as in `provider "aws"`.
  package let name: String
  /// Its source, as in `hashicorp/aws`.
  package let source: String
  /// The version that drafts pin and whose schema ships; nil where none does.
  package let version: String?
  /// Whether the pack holds what values the arguments of all its resources take, as far as the provider tells before a plan.
  package let valuesAreKnown: Bool
}
