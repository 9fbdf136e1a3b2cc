/// The part of a plan that `kubectl` runs.
package struct ClusterPlan: Sendable, Hashable, Codable {
  /// One object of the plan.
  package struct Object: Sendable, Hashable, Codable {
    /// `Deployment/shop/web`.
    package var address: String
    package var apiVersion: String
    package var kind: String
    package var namespace: String
    package var name: String
    /// What the object was when the plan was made; nil where it did not exist.
    package var uid: String?
    package var resourceVersion: String?
    /// Whether Consilium made it: only such an object is ever deleted.
    package var isOurs: Bool
  }

  /// `kubectl 1.32.4`, and the SHA-256 of the program.
  package var tool: String
  package var toolDigest: String
  /// The address of the API server.
  package var server: String
  /// Whether fields that another manager owns are taken over.
  package var takesOwnership: Bool
  /// Objects to apply, by address.
  package var objects: [Object]
  /// Objects to delete: ours, and in no file any more.
  package var deletions: [Object]
  /// SHA-256 of the merged objects as the server's dry run gave them.
  package var changesDigest: String
  /// The programs that the client's configuration runs to become somebody, by the ids under which a person allowed them;
  /// nil where there is none.
  package var plugins: [String]?
  /// What `kubectl diff` printed, secrets masked, at most 64 KiB.
  package var diff: String

  /// Of everything that the plan is about.
  var addresses: Set<String> { Set((objects + deletions).map(\.address)) }

  /// The one name under which fields are owned on the server.
  package static let fieldManager = "consilium"
}
