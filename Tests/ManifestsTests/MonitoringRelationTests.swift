import Basics
import Manifests
import Testing

/// What monitoring, dashboards and delivery say of other objects: one right and one broken for each relation.
struct MonitoringRelationTests {
  private func verdict(_ text: String, file: String = "manifests/a.yaml") -> ManifestRelations.Verdict {
    ManifestRelations.check(ManifestReader.read(text, file: file).manifests)
  }

  private static let service = """
    apiVersion: v1
    kind: Service
    metadata: {name: web, namespace: shop, labels: {app: web}}
    spec: {ports: [{name: http, port: 80}]}

    """

  private static let pods = """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web, namespace: shop}
    spec:
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web}}
        spec: {containers: [{name: web, image: "web:1", ports: [{name: metrics, containerPort: 9090}]}]}

    """

  private static func monitor(_ kind: String, label: String, port: String, namespace: String = "") -> String {
    let endpoints = kind.contains("Pod") ? "podMetricsEndpoints" : "endpoints"
    let group = kind.hasPrefix("VM") ? "operator.victoriametrics.com/v1beta1" : "monitoring.coreos.com/v1"
    return """
      ---
      apiVersion: \(group)
      kind: \(kind)
      metadata: {name: m, namespace: shop}
      spec:
        selector: {matchLabels: {app: \(label)}}
        \(endpoints): [{port: \(port)}]
        \(namespace)

      """
  }

  @Test(arguments: ["ServiceMonitor", "VMServiceScrape"]) func servicesThatAreScraped(kind: String) {
    #expect(verdict(Self.service + Self.monitor(kind, label: "web", port: "http")).diagnostics.isEmpty)
    let port = verdict(Self.service + Self.monitor(kind, label: "web", port: "htp")).diagnostics
    #expect(port.map(\.level) == [.error] && port[0].detail.contains("Did you mean 'http'?"))
    let label = verdict(Self.service + Self.monitor(kind, label: "wep", port: "http")).diagnostics
    #expect(label.map(\.level) == [.warning] && label[0].detail.contains("Did you mean 'app=web'?"))
    let other = verdict(Self.service + Self.monitor(kind, label: "billing", port: "http"))
    #expect(other.diagnostics.isEmpty)
    #expect(other.outside == ["services with app=billing (scraped by \(kind)/shop/m)"])
  }

  @Test(arguments: ["PodMonitor", "VMPodScrape"]) func podsThatAreScraped(kind: String) {
    #expect(verdict(Self.pods + Self.monitor(kind, label: "web", port: "metrics")).diagnostics.isEmpty)
    let port = verdict(Self.pods + Self.monitor(kind, label: "web", port: "metric")).diagnostics
    #expect(port.map(\.level) == [.error] && port[0].detail.contains("Did you mean 'metrics'?"))
  }

  @Test func namespacesThatAreScraped() {
    let elsewhere = "namespaceSelector: {matchNames: [prod]}"
    let outside = verdict(
      Self.service + Self.monitor("ServiceMonitor", label: "web", port: "http", namespace: elsewhere)
    ).outside
    #expect(outside == ["services with app=web (scraped by ServiceMonitor/shop/m)"])
    let anywhere = "namespaceSelector: {any: true}"
    #expect(
      verdict(
        Self.service + Self.monitor("ServiceMonitor", label: "web", port: "htp", namespace: anywhere)
      ).diagnostics.count == 1)
  }

  private static func dashboard(_ expression: String) -> String {
    """
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: board, namespace: shop}
    data:
      board.json: |
        {"templating": {"list": [{"name": "namespace"}]},
         "panels": [{"targets": [{"expr": "\(expression)"}]}]}

    """
  }

  @Test(
    arguments: [
      ("up{namespace=\\\"$namespace\\\"}", nil), ("rate(up[$__rate_interval]) or x{a=~\\\"b$\\\"}", nil),
      ("label_replace(up, \\\"a\\\", \\\"$1\\\", \\\"b\\\", \\\"(.*)\\\")", nil),
      ("up{namespace=\\\"$namespac\\\"}", "Did you mean 'namespace'?"),
      ("up{a=\\\"${cluster:regex}\\\"}", "'$cluster'"),
      ("up{a=\\\"[[cluster]]\\\"}", "'$cluster'"),
    ] as [(String, String?)])
  func variablesOfDashboards(expression: String, words: String?) {
    let found = verdict(Self.dashboard(expression)).diagnostics
    #expect(found.count == (words == nil ? 0 : 1))
    if let words { #expect(found.first?.detail.contains(words) == true, "\(found)") }
  }

  private static func application(_ path: String) -> String {
    """
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: shop, namespace: argocd}
    spec: {source: {repoURL: "https://example.org/shop.git", path: \(path)}}

    """
  }

  @Test func foldersThatAreDelivered() {
    #expect(verdict(Self.application("manifests")).outside.isEmpty)
    #expect(verdict(Self.application("./manifests/")).outside.isEmpty)
    let near = verdict(Self.application("manifest")).diagnostics
    #expect(near.map(\.level) == [.warning] && near[0].detail.contains("Did you mean 'manifests'?"))
    #expect(
      verdict(Self.application("charts/web")).outside == [
        "folder charts/web (delivered by Application/argocd/shop)"
      ])
  }

  @Test func rulesOfFalcoInAnObject() {
    func map(_ condition: String) -> String {
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: falco, namespace: shop}
      data:
        rules.yaml: |
          - rule: Shell
            desc: A shell was started.
            condition: \(condition)
            output: A shell (user=%user.name)
            priority: WARNING

      """
    }
    #expect(verdict(map("proc.name = sh")).diagnostics.isEmpty)
    let broken = verdict(map("proc.nam = sh")).diagnostics
    #expect(broken.map(\.level) == [.error] && broken[0].detail.contains("Did you mean 'name'?"))
  }
}
