import HCL
import Manifests
import ResourceGraph

/// Who may do what by the roles of a cluster: roles, what aggregates them, and their bindings.
///
/// From the Kubernetes documentation "Using RBAC Authorization": there are no denials, `*` is every verb, group or
/// resource, a binding in a namespace gives there alone.
package struct ClusterPermissions: Sendable {
  /// One binding that allows something, with the rule that does.
  package struct Grant: Hashable, Sendable {
    package let binding: String
    package let role: String
    /// Nil for the whole cluster.
    package let namespace: String?
  }

  let roles: [String: ClusterRole]
  private let bindings: [ClusterBinding]

  package init(_ graph: ResourceGraph) {
    let own = graph.resources.compactMap(ClusterRole.init)
    var roles = Dictionary(own.map { ($0.id, $0) }) { first, _ in first }
    for role in own where !role.aggregates.isEmpty {
      let parts = own.filter { part in
        part.namespace == nil && role.aggregates.contains { selector in selector.matches(part.labels) }
      }
      roles[role.id]?.rules += parts.flatMap(\.rules)
    }
    for (name, rules) in ClusterRole.everywhere where roles["/\(name)"] == nil {
      roles["/\(name)"] = ClusterRole(name: name, rules: rules)
    }
    let bindings = graph.resources.compactMap(ClusterBinding.init)
    self.roles = roles
    self.bindings = bindings
  }

  /// Whether the configuration says anything about permissions of a cluster.
  package var isEmpty: Bool { roles.count == ClusterRole.everywhere.count && bindings.isEmpty }

  /// What allows a request, and the roles that might and are not here.
  package func decide(_ request: ClusterRequest) -> (grants: [Grant], unread: [String]) {
    var grants: [Grant] = []
    var unread: [String] = []
    for binding in bindings where binding.subjects.contains(where: { $0.covers(request.subject) }) {
      if let namespace = binding.namespace, namespace != request.namespace { continue }
      guard let role = roles[binding.role] else {
        unread.append("\(binding.address) binds \(binding.role.dropSlash), which is not here")
        continue
      }
      guard role.rules.contains(where: { $0.allows(request) }) else { continue }
      grants.append(Grant(binding: binding.address, role: role.name, namespace: binding.namespace))
    }
    return (grants, unread)
  }

  /// Every subject that a binding names.
  package var subjects: [ClusterSubject] {
    bindings.flatMap(\.subjects).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension String {
  fileprivate var dropSlash: String { hasPrefix("/") ? String(dropFirst()) : self }
}
