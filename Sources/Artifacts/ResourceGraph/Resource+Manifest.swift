import Basics
import HCL
import Manifests

extension Resource {
  /// A Kubernetes object: its type is its `kind`, its attributes the whole object. Nil without kind and name.
  package init?(manifest: Value, range: SourceRange? = nil) {
    guard let type = manifest["kind"]?.text else { return nil }
    let metadata = manifest["metadata"]
    guard let name = metadata?["name"]?.text ?? metadata?["generateName"]?.text else { return nil }
    let namespace = metadata?["namespace"]?.text ?? "default"
    self.init(
      kind: .manifest,
      address: Manifest.address(kind: type, namespace: namespace, name: name),
      type: type, name: name, attributes: manifest, range: range)
  }

  /// A Kubernetes object as read from a file.
  package init(_ manifest: Manifest) {
    self.init(
      kind: .manifest, address: manifest.address, type: manifest.kind, name: manifest.name,
      attributes: Value(manifest.content), range: manifest.range)
  }
}
