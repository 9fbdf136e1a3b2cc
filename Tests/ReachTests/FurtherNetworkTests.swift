import Reach
import Testing

struct FurtherNetworkTests {
  @Test func aNamespaceWithANetworkOfItsOwnReachesNobodyElse() {
    let cluster = Cluster(
      Cluster.workload("web") + Cluster.workload("api", namespace: "blue")
        + """
        ---
        apiVersion: v1
        kind: Namespace
        metadata: {name: blue, labels: {k8s.ovn.org/primary-user-defined-network: ""}}
        ---
        apiVersion: k8s.ovn.org/v1
        kind: UserDefinedNetwork
        metadata: {name: own, namespace: blue}
        spec: {topology: Layer2, layer2: {role: Primary}}
        """)
    #expect(cluster.lines(ReachFilter(from: "web", to: "api")).isEmpty)
    #expect(Set(cluster.model.connections().map(\.network)) == ["pod network", "primary UDN blue"])
  }

  @Test func aFurtherNetworkHasItsOwnPolicies() {
    let pod = { (name: String) in
      """
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: \(name)
        namespace: shop
        labels: {app: \(name)}
        annotations: {k8s.v1.cni.cncf.io/networks: storage}
      spec: {containers: [{name: main, image: "registry.example/a:1"}]}

      """
    }
    let cluster = Cluster(
      pod("a") + pod("b")
        + """
        ---
        apiVersion: k8s.cni.cncf.io/v1
        kind: NetworkAttachmentDefinition
        metadata: {name: storage, namespace: shop}
        spec: {config: "{}"}
        ---
        apiVersion: k8s.cni.cncf.io/v1beta1
        kind: MultiNetworkPolicy
        metadata: {name: only, namespace: shop, annotations: {k8s.v1.cni.cncf.io/policy-for: storage}}
        spec: {podSelector: {}, policyTypes: [Ingress], ingress: [{ports: [{port: 3260}]}]}
        """)
    let storage = cluster.model.connections().filter { $0.network == "secondary NAD storage" }
    #expect(
      storage.map { "\($0.from.name) \($0.to.name) \($0.traffic)" } == [
        "Pod/shop/b Pod/shop/a TCP 3260", "Pod/shop/a Pod/shop/b TCP 3260",
      ])
  }
}
