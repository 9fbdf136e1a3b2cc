/// One question to a cluster: may this subject do this to these objects?
package struct ClusterRequest: Hashable, Sendable {
  package let subject: ClusterSubject
  /// `get`, `list`, `create`, `delete`, …
  package let verb: String
  /// The API group, empty for the core; nil where the question does not say, so that any will do.
  package let group: String?
  /// In plural, with a part behind a slash: `pods`, `pods/log`. A path for what is no resource: `/metrics`.
  package let resource: String
  /// Of one object; nil for any.
  package let name: String?
  /// Nil for what belongs to no namespace, or for all.
  package let namespace: String?

  /// - Parameter text: `[NAMESPACE:]RESOURCE[.GROUP][/NAME]`, as `shop:secrets/database` or `deployments.apps`; a part of
  ///   a resource is written with a colon, as in rules with a slash: `pods:log` is `pods/log`.
  package init(subject: ClusterSubject, verb: String, text: String, namespace: String?) {
    self.subject = subject
    self.verb = verb.lowercased()
    guard !text.hasPrefix("/") else {
      group = nil
      resource = text
      name = nil
      self.namespace = nil
      return
    }
    let halves = text.split(separator: "/", maxSplits: 1).map(String.init)
    let named = (halves.first ?? "").split(separator: ".", maxSplits: 1).map(String.init)
    resource = (named.first ?? "").replacing(":", with: "/")
    let isCore = Self.core.contains(String(resource.prefix { $0 != "/" }))
    group = named.count == 2 ? named[1] : isCore ? "" : nil
    name = halves.count == 2 ? halves[1] : nil
    self.namespace = namespace
  }

  /// The resources of the core group, v1, from the API reference.
  private static let core: Set<String> = [
    "bindings", "componentstatuses", "configmaps", "endpoints", "events", "limitranges", "namespaces",
    "nodes",
    "persistentvolumeclaims", "persistentvolumes", "pods", "podtemplates", "replicationcontrollers",
    "resourcequotas", "secrets", "serviceaccounts", "services",
  ]
}
