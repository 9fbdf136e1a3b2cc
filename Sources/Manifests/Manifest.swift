import Basics

/// One Kubernetes object as written in a file.
package struct Manifest: Hashable, Sendable {
  package var apiVersion: String
  package var kind: String
  /// `default` where the object names none; empty for what has no namespace is not told apart here.
  package var namespace: String
  package var name: String
  package var content: JSONValue
  package var range: SourceRange

  /// `Deployment/shop/web`.
  package var address: String { "\(kind)/\(namespace)/\(name)" }
}
