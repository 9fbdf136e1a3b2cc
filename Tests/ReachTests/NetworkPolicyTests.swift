import Reach
import Testing

struct NetworkPolicyTests {
  private let shop =
    Cluster.workload("web") + Cluster.workload("db", ports: "{name: sql, containerPort: 5432}")

  @Test func withoutPoliciesEverybodyReachesEverybody() {
    #expect(
      Cluster(shop).lines() == [
        "0.0.0.0-255.255.255.255 -> web: all", "db -> web: all", "0.0.0.0-255.255.255.255 -> db: all",
        "web -> db: all", "web -> 0.0.0.0-255.255.255.255: all", "db -> 0.0.0.0-255.255.255.255: all",
      ])
  }

  @Test func aPolicyThatGovernsAPodStopsWhatItDoesNotAllow() throws {
    let cluster = Cluster(
      shop
        + Cluster.policy(
          "db",
          spec:
            "{podSelector: {matchLabels: {app: db}}, ingress: [{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: sql}]}]}"
        ))
    #expect(cluster.lines(ReachFilter(to: "db")) == ["web -> db: TCP 5432"])
    let stopped = try #require(
      cluster.model.passages(ReachFilter(from: "10.0.0.1", to: "db")).first { $0.traffic.isEmpty })
    #expect(
      stopped.via.map(\.description) == [
        "ingress: no rule of NetworkPolicy/shop/db (cluster.yaml:20:1) stops all"
      ])
  }

  @Test func anEmptyListOfRulesAllowsNothingAndAnEmptyRuleAllowsAll() {
    let closed = Cluster(
      shop + Cluster.policy("db", spec: "{podSelector: {}, policyTypes: [Ingress, Egress]}"))
    #expect(closed.lines().isEmpty)
    let open = Cluster(
      shop + Cluster.policy("db", spec: "{podSelector: {}, ingress: [{}], policyTypes: [Ingress]}"))
    #expect(open.lines().count == 6)
  }

  @Test func bothDirectionsHaveToAllow() {
    let cluster = Cluster(
      shop
        + Cluster.policy(
          "web",
          spec:
            "{podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: [{ports: [{port: 5000, endPort: 6000}]}]}"
        )
        + Cluster.policy(
          "db",
          spec:
            "{podSelector: {matchLabels: {app: db}}, ingress: [{ports: [{port: 5432}, {port: 53, protocol: UDP}]}]}"
        ))
    #expect(cluster.lines(ReachFilter(from: "web", to: "db")) == ["web -> db: TCP 5432"])
  }

  @Test func blocksOfAddressesAreSplitAsFarAsRulesTellThemApart() {
    let cluster = Cluster(
      shop
        + Cluster.policy(
          "web",
          spec:
            "{podSelector: {matchLabels: {app: web}}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}]}]}"
        ))
    #expect(
      cluster.lines(ReachFilter(to: "web")) == [
        "10.0.0.0-10.0.255.255 -> web: all", "10.2.0.0-10.255.255.255 -> web: all",
      ])
  }

  @Test func anyNamespaceIsNotOnlySomebody() {
    let cluster = Cluster(
      shop
        + Cluster.policy(
          "web",
          spec: "{podSelector: {matchLabels: {app: web}}, ingress: [{from: [{namespaceSelector: {}}]}]}"))
    let strangers = cluster.lines(ReachFilter(from: "entire cluster", to: "web", includesUnknown: true))
    #expect(strangers == ["entire cluster -> web: all"])
  }

  @Test func whomARuleNamesIsAnEndOfItsOwn() {
    let cluster = Cluster(
      shop
        + Cluster.policy(
          "web",
          spec:
            "{podSelector: {matchLabels: {app: web}}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: ops}}}]}]}"
        ))
    #expect(
      cluster.lines(ReachFilter(to: "web", includesUnknown: true)) == [
        "pods [all] in namespaces [team=ops] -> web: all"
      ])
  }

  @Test func whatIsNotModelledIsSaid() {
    let cluster = Cluster(
      shop
        + Cluster.policy(
          "six", spec: "{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: \"fd00::/8\"}}]}]}")
          + """
          ---
          apiVersion: projectcalico.org/v3
          kind: GlobalNetworkPolicy
          metadata: {name: all}
          spec: {}
          """)
    #expect(cluster.model.notes.count == 2)
    #expect(cluster.model.notes.contains { $0.contains("fd00::/8") })
    #expect(cluster.model.notes.contains { $0.contains("GlobalNetworkPolicy") })
  }
}
