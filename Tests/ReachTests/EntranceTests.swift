import Reach
import Testing

struct EntranceTests {
  private let web =
    Cluster.workload("web", ports: "{name: http, containerPort: 8080}, {name: admin, containerPort: 9000}")
      + """
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web, namespace: shop}
      spec:
        selector: {app: web}
        ports: [{name: http, port: 80, targetPort: http}, {name: admin, port: 81, targetPort: 9000}]

      """
  private let ingress = """
    ---
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata: {name: web, namespace: shop}
    spec:
      rules:
        - http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}

    """
  private let filter = ReachFilter(from: "ingress-controller")

  @Test func anIngressLeadsToThePortOfThePod() {
    #expect(Cluster(web + ingress).lines(filter) == ["ingress-controller -> web: TCP 8080"])
  }

  @Test func aPolicyMayStopTheController() {
    let own = Cluster.policy("own", spec: "{podSelector: {}, ingress: [{from: [{podSelector: {}}]}]}")
    #expect(Cluster(web + ingress + own).lines(filter).isEmpty)
  }

  @Test func aRouteLeadsByTheNameOfThePort() {
    let route = """
      ---
      apiVersion: route.openshift.io/v1
      kind: Route
      metadata: {name: web, namespace: shop}
      spec: {to: {kind: Service, name: web}, port: {targetPort: admin}}
      """
    #expect(Cluster(web + route).lines(filter) == ["ingress-controller -> web: TCP 9000"])
  }

  @Test func aRouteOfAGatewayNeedsAGrantForAnotherNamespace() {
    let route = """
      ---
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata: {name: web, namespace: edge}
      spec: {parentRefs: [{name: public}], rules: [{backendRefs: [{name: web, namespace: shop, port: 80}]}]}

      """
    let grant = """
      ---
      apiVersion: gateway.networking.k8s.io/v1beta1
      kind: ReferenceGrant
      metadata: {name: edge, namespace: shop}
      spec: {from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: edge}], to: [{group: "", kind: Service}]}
      """
    let gateway = ReachFilter(from: "Gateway/edge/public")
    #expect(Cluster(web + route).lines(gateway).isEmpty)
    #expect(Cluster(web + route).model.notes.count == 1)
    #expect(Cluster(web + route + grant).lines(gateway) == ["Gateway/edge/public -> web: TCP 8080"])
  }
}
