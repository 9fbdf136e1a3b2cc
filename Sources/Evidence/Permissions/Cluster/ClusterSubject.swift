import HCL

/// A user, a group or a service account of a cluster.
package struct ClusterSubject: Hashable, Sendable, CustomStringConvertible {
  package enum Kind: String, Hashable, Sendable {
    case user = "User"
    case group = "Group"
    case serviceAccount = "ServiceAccount"
  }

  package let kind: Kind
  package let name: String
  /// Of a service account.
  package let namespace: String?

  package var description: String {
    namespace.map { "\(kind.rawValue)/\($0)/\(name)" } ?? "\(kind.rawValue)/\(name)"
  }

  /// - Parameter text: `User/alice`, `Group/admins`, `ServiceAccount/NAMESPACE/NAME`, or `system:serviceaccount:NAMESPACE:NAME`.
  package init?(_ text: String) {
    let account = text.split(separator: ":").map(String.init)
    if account.count == 4, account[0] == "system", account[1] == "serviceaccount" {
      self.init(kind: .serviceAccount, name: account[3], namespace: account[2])
      return
    }
    let parts = text.split(separator: "/").map(String.init)
    guard parts.count >= 2, let kind = Kind(rawValue: parts[0]) else { return nil }
    switch (kind, parts.count) {
    case (.serviceAccount, 3): self.init(kind: kind, name: parts[2], namespace: parts[1])
    case (.serviceAccount, _): self.init(kind: kind, name: parts[1], namespace: "default")
    default: self.init(kind: kind, name: parts.dropFirst().joined(separator: "/"), namespace: nil)
    }
  }

  /// As a binding names it.
  init?(_ value: Value, namespace: String?) {
    guard let kind = value["kind"]?.text.flatMap(Kind.init(rawValue:)), let name = value["name"]?.text else {
      return nil
    }
    let own = value["namespace"]?.text ?? namespace ?? "default"
    self.init(kind: kind, name: name, namespace: kind == .serviceAccount ? own : nil)
  }

  private init(kind: Kind, name: String, namespace: String?) {
    self.kind = kind
    self.name = name
    self.namespace = namespace
  }

  /// Whether a binding to this one reaches the other: service accounts are in three groups and have a user's name.
  func covers(_ other: ClusterSubject) -> Bool {
    if self == other { return true }
    guard other.kind == .serviceAccount, let namespace = other.namespace else {
      return kind == .group && name == "system:authenticated" && other.kind == .user
        && other.name != "system:anonymous"
    }
    switch kind {
    case .group:
      return ["system:authenticated", "system:serviceaccounts", "system:serviceaccounts:\(namespace)"]
        .contains(name)
    case .user: return name == "system:serviceaccount:\(namespace):\(other.name)"
    case .serviceAccount: return false
    }
  }
}
