import HCL
import ResourceGraph

/// A `RoleBinding` or `ClusterRoleBinding`.
struct ClusterBinding: Sendable {
  let address: String
  /// Where it gives what the role allows; nil for everywhere.
  let namespace: String?
  /// As `ClusterRole.id`.
  let role: String
  let subjects: [ClusterSubject]

  init?(_ resource: Resource) {
    guard ["RoleBinding", "ClusterRoleBinding"].contains(resource.type),
      let reference = resource.attributes["roleRef"], let name = reference["name"]?.text
    else { return nil }
    address = resource.address
    let own = resource.attributes["metadata"]?["namespace"]?.text ?? "default"
    namespace = resource.type == "RoleBinding" ? own : nil
    role = reference["kind"]?.text == "Role" ? "\(own)/\(name)" : "/\(name)"
    let scope = namespace
    subjects = (resource.attributes["subjects"]?.elements ?? []).compactMap {
      ClusterSubject($0, namespace: scope)
    }
  }
}
