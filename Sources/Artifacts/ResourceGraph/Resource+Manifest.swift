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

extension Manifest {
  /// The object that a resource was read from. Nil for what is no object, or has something in it that is not known yet.
  package init?(_ resource: Resource) {
    guard resource.kind == .manifest, let content = JSONValue(resource.attributes) else { return nil }
    self.init(
      apiVersion: content["apiVersion"]?.string ?? "", kind: resource.type,
      namespace: content["metadata"]?["namespace"]?.string ?? "default", name: resource.name,
      content: content,
      range: resource.range ?? SourceRange(file: ""))
  }
}
