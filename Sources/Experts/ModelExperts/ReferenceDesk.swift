import Experts

/// What an expert may look up: exact facts that a model would otherwise have to remember.
package protocol ReferenceDesk: Sendable {
  /// Whether a provider at hand has this resource type, or Kubernetes this kind.
  func knows(_ type: String) -> Bool

  /// The head of a configuration with the providers of the types in the versions that are here; nil where there is none.
  func providers(of types: [String]) -> String?

  /// The arguments and blocks of a resource type, one a line, at most `limit` bytes; nil where there is none.
  func schema(of type: String, limit: Int) -> String?
}
