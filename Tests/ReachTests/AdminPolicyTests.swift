import Reach
import Testing

struct AdminPolicyTests {
  private let pods = Cluster.workload("web") + Cluster.workload("db")

  private func admin(_ kind: String, name: String, spec: String) -> String {
    """
    ---
    apiVersion: policy.networking.k8s.io/v1alpha1
    kind: \(kind)
    metadata: {name: \(name)}
    spec: \(spec)

    """
  }

  private static let db = "subject: {pods: {namespaceSelector: {}, podSelector: {matchLabels: {app: db}}}}"
  private static let web = "{pods: {namespaceSelector: {}, podSelector: {matchLabels: {app: web}}}}"

  private func rule(_ action: String, ports: String = "") -> String {
    "{action: \(action), from: [\(Self.web)]\(ports.isEmpty ? "" : ", ports: [\(ports)]")}"
  }

  private let filter = ReachFilter(from: "web", to: "db")

  @Test func theSmallerPriorityDecides() {
    let cluster = Cluster(
      pods
        + admin(
          "AdminNetworkPolicy", name: "late", spec: "{priority: 20, \(Self.db), ingress: [\(rule("Allow"))]}")
        + admin(
          "AdminNetworkPolicy", name: "early",
          spec:
            "{priority: 10, \(Self.db), ingress: [\(rule("Deny", ports: "{portNumber: {protocol: TCP, port: 22}}"))]}"
        ))
    #expect(
      cluster.lines(filter) == ["web -> db: SCTP 1-65535, TCP 1-21,23-65535, UDP 1-65535"])
  }

  @Test func whatAnAdministratorAllowsNoNamespaceStops() {
    let closed = Cluster.policy("none", spec: "{podSelector: {}, policyTypes: [Ingress]}")
    let allow = admin(
      "AdminNetworkPolicy", name: "a", spec: "{priority: 1, \(Self.db), ingress: [\(rule("Allow"))]}")
    let pass = admin(
      "AdminNetworkPolicy", name: "a", spec: "{priority: 1, \(Self.db), ingress: [\(rule("Pass"))]}")
    #expect(Cluster(pods + closed + allow).lines(filter) == ["web -> db: all"])
    #expect(Cluster(pods + closed + pass).lines(filter).isEmpty)
  }

  @Test func theBaselineDecidesOnlyWhereNoNamespaceDoes() {
    let baseline = admin(
      "BaselineAdminNetworkPolicy", name: "default", spec: "{\(Self.db), ingress: [\(rule("Deny"))]}")
    #expect(Cluster(pods + baseline).lines(filter).isEmpty)
    let open = Cluster.policy("open", spec: "{podSelector: {}, ingress: [{}]}")
    #expect(Cluster(pods + baseline + open).lines(filter) == ["web -> db: all"])
  }

  @Test func aPeerThatIsNotModelledIsSaid() {
    let cluster = Cluster(
      pods
        + admin(
          "AdminNetworkPolicy", name: "nodes",
          spec: "{priority: 1, \(Self.db), egress: [{action: Deny, to: [{nodes: {}}]}]}"))
    #expect(cluster.model.notes.count == 1)
    #expect(cluster.model.notes.first?.contains("nodes") == true)
  }
}
