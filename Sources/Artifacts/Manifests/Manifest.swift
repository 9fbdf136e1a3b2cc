import Basics
import StrictYAML

/// One Kubernetes object as written in a file.
package struct Manifest: Hashable, Sendable {
  package var apiVersion: String
  package var kind: String
  /// `default` where the object names none.
  package var namespace: String
  package var name: String
  package var content: JSONValue
  package var range: SourceRange
  /// As it was written, with the place of each field; nil for an object that was not read from a text.
  package var source: YAMLNode?

  package init(
    apiVersion: String, kind: String, namespace: String = "default", name: String, content: JSONValue,
    range: SourceRange, source: YAMLNode? = nil
  ) {
    self.apiVersion = apiVersion
    self.kind = kind
    self.namespace = namespace
    self.name = name
    self.content = content
    self.range = range
    self.source = source
  }

  /// `Deployment/shop/web`; without the namespace for what lives outside of them.
  package var address: String { Self.address(kind: kind, namespace: namespace, name: name) }

  package static func address(kind: String, namespace: String, name: String) -> String {
    clusterScoped.contains(kind) ? "\(kind)/\(name)" : "\(kind)/\(namespace)/\(name)"
  }

  /// Kinds of the core APIs that live outside of namespaces.
  private static let clusterScoped: Set<String> = [
    "Namespace", "Node", "PersistentVolume", "ClusterRole", "ClusterRoleBinding", "StorageClass",
    "IngressClass",
    "PriorityClass", "CustomResourceDefinition", "MutatingWebhookConfiguration",
    "ValidatingWebhookConfiguration",
    "APIService", "RuntimeClass", "CSIDriver",
  ]
}
