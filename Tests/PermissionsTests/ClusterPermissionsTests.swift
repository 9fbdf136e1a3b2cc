import Manifests
import Permissions
import ResourceGraph
import Testing

struct ClusterPermissionsTests {
  private static let text = """
    apiVersion: rbac.authorization.k8s.io/v1
    kind: Role
    metadata: {name: reader, namespace: shop}
    rules:
      - {apiGroups: [""], resources: [secrets], resourceNames: [database], verbs: [get]}
      - {apiGroups: [apps], resources: ["*"], verbs: [get, list]}
      - {apiGroups: [""], resources: ["*/log"], verbs: ["*"]}
    ---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: RoleBinding
    metadata: {name: web-reads, namespace: shop}
    roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
    subjects: [{kind: ServiceAccount, name: web, namespace: shop}]
    ---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: ClusterRole
    metadata: {name: monitoring}
    aggregationRule: {clusterRoleSelectors: [{matchLabels: {to: monitoring}}]}
    rules: []
    ---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: ClusterRole
    metadata: {name: endpoints, labels: {to: monitoring}}
    rules:
      - {apiGroups: [""], resources: [endpoints], verbs: [watch]}
      - {nonResourceURLs: ["/metrics*"], verbs: [get]}
    ---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: ClusterRoleBinding
    metadata: {name: all-accounts}
    roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: monitoring}
    subjects: [{kind: Group, name: "system:serviceaccounts:shop"}]
    ---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: ClusterRoleBinding
    metadata: {name: alice-rules}
    roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
    subjects: [{kind: User, name: alice}]
    ---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: RoleBinding
    metadata: {name: bob-edits, namespace: shop}
    roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit}
    subjects: [{kind: User, name: bob}]
    """

  @Test(arguments: [
    ("ServiceAccount/shop/web", "get", "secrets/database", "shop", "yes"),
    ("ServiceAccount/shop/web", "get", "secrets", "shop", "no"),
    ("ServiceAccount/shop/web", "get", "secrets/database", "other", "no"),
    ("ServiceAccount/shop/web", "list", "deployments.apps", "shop", "yes"),
    ("ServiceAccount/shop/web", "list", "deployments.batch", "shop", "no"),
    ("ServiceAccount/shop/web", "delete", "deployments.apps", "shop", "no"),
    ("ServiceAccount/shop/web", "get", "pods:log", "shop", "yes"),
    ("ServiceAccount/shop/other", "watch", "endpoints", "anywhere", "yes"),
    ("system:serviceaccount:shop:other", "get", "/metrics/cadvisor", nil, "yes"),
    ("ServiceAccount/elsewhere/other", "watch", "endpoints", "anywhere", "no"),
    ("User/alice", "delete", "nodes", nil, "yes"), ("User/alice", "get", "/healthz", nil, "yes"),
    ("User/bob", "create", "pods", "shop", "perhaps"), ("User/bob", "create", "pods", "other", "no"),
    ("User/carol", "get", "pods", "shop", "no"),
  ])
  func isDecided(who: String, verb: String, resource: String, namespace: String?, expected: String) throws {
    let read = ManifestReader.read(Self.text, file: "roles.yaml", isForeign: true)
    #expect(read.diagnostics.isEmpty)
    let cluster = ClusterPermissions(ResourceGraph(resources: read.manifests.map(Resource.init)))
    let subject = try #require(ClusterSubject(who))
    let (grants, unread) = cluster.decide(
      ClusterRequest(subject: subject, verb: verb, text: resource, namespace: namespace))
    #expect((grants.isEmpty ? unread.isEmpty ? "no" : "perhaps" : "yes") == expected)
  }
}
