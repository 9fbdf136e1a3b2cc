import Basics
import HCL

extension Resource {
  /// Kinds of the core APIs that live outside of namespaces.
  private static let clusterScoped: Set<String> = [
    "Namespace", "Node", "PersistentVolume", "ClusterRole", "ClusterRoleBinding", "StorageClass",
    "IngressClass",
    "PriorityClass", "CustomResourceDefinition", "MutatingWebhookConfiguration",
    "ValidatingWebhookConfiguration",
    "APIService", "RuntimeClass", "CSIDriver",
  ]

  /// A Kubernetes object: its type is its `kind`, its attributes the whole object. Nil without kind and name.
  package init?(manifest: Value, range: SourceRange? = nil) {
    guard let type = manifest["kind"]?.text else { return nil }
    let metadata = manifest["metadata"]
    guard let name = metadata?["name"]?.text ?? metadata?["generateName"]?.text else { return nil }
    let namespace = metadata?["namespace"]?.text ?? "default"
    self.init(
      kind: .manifest,
      address: Self.clusterScoped.contains(type) ? "\(type)/\(name)" : "\(type)/\(namespace)/\(name)",
      type: type, name: name, attributes: manifest, range: range)
  }
}
