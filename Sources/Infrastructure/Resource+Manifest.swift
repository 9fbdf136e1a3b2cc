import Basics
import HCL
import Manifests

extension Resource {
  /// A Kubernetes object as a resource of its kind.
  package init(_ manifest: Manifest) {
    self.init(
      kind: .manifest, address: manifest.address, type: manifest.kind, name: manifest.name,
      attributes: Value(manifest.content), range: manifest.range)
  }
}
