import Basics
import Manifests
import Testing

struct RelationTests {
  private func verdict(_ text: String) -> ManifestRelations.Verdict {
    ManifestRelations.check(ManifestReader.read(text, file: "a.yaml").manifests)
  }

  private func deployment(_ container: String = "", pod: String = "") -> String {
    """
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web, namespace: shop}
    spec:
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web}}
        spec: {\(pod)containers: [{name: web, image: web, ports: [{name: http, containerPort: 80}]\(container)}]}

    """
  }

  private let others = """
    ---
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: settings, namespace: shop}
    data: {LEVEL: info}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: web, namespace: shop}
    spec: {selector: {app: web}, ports: [{name: http, port: 80, targetPort: http}]}

    """

  private func ingress(_ service: String) -> String {
    """
    ---
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata: {name: web, namespace: shop}
    spec: {rules: [{http: {paths: [{path: /, pathType: Prefix, backend: {service: \(service)}}]}}]}

    """
  }

  @Test func whatHoldsSaysNothing() {
    let found = verdict(
      deployment(
        ", env: [{name: A, valueFrom: {configMapKeyRef: {name: settings, key: LEVEL}}}], readinessProbe: {httpGet: {port: http}}, volumeMounts: [{name: data, mountPath: /d}]",
        pod: "volumes: [{name: data, emptyDir: {}}], ")
        + others + ingress("{name: web, port: {name: http}}"))
    #expect(found.diagnostics.isEmpty)
    #expect(found.outside.isEmpty)
  }

  @Test(arguments: [
    (
      ", env: [{name: A, valueFrom: {configMapKeyRef: {name: settings, key: LEVLE}}}]", "",
      "manifest.missing-key", "Did you mean 'LEVEL'?"
    ),
    (
      ", volumeMounts: [{name: date, mountPath: /d}]", "volumes: [{name: data, emptyDir: {}}], ",
      "manifest.missing-volume", "Did you mean 'data'?"
    ),
    (", livenessProbe: {httpGet: {port: htpp}}", "", "manifest.missing-port", "Did you mean 'http'?"),
  ])
  func whatContradictsItselfIsWrong(container: String, pod: String, code: String, words: String) {
    let found = verdict(deployment(container, pod: pod) + others)
    #expect(found.diagnostics.map(\.code) == [code])
    #expect(found.diagnostics.first?.level == .error)
    #expect(found.diagnostics.first?.detail.contains(words) == true)
    #expect(found.diagnostics.first?.range?.start.line == 9)
  }

  @Test func aPortThatAServiceDoesNotHaveIsWrong() {
    let found = verdict(deployment() + others + ingress("{name: web, port: {number: 8080}}"))
    #expect(found.diagnostics.map(\.code) == ["manifest.missing-port"])
    let named = verdict(deployment() + others.replacing("targetPort: http", with: "targetPort: htp"))
    #expect(
      named.diagnostics.map(\.detail) == [
        "'spec.ports[0].targetPort': No container of Deployment/shop/web names a port 'htp'. Did you mean 'http'?"
      ])
  }

  @Test func whatIsNotHereMayBeInTheCluster() {
    let found = verdict(deployment(", envFrom: [{secretRef: {name: credentials}}]") + others)
    #expect(found.diagnostics.isEmpty)
    #expect(found.outside == ["Secret/shop/credentials (named by Deployment/shop/web)"])
    let optional = verdict(
      deployment(", envFrom: [{secretRef: {name: credentials, optional: true}}]") + others)
    #expect(optional.outside.isEmpty)
  }

  @Test func whatIsNearlyHereIsAWarning() {
    let found = verdict(deployment(", envFrom: [{configMapRef: {name: setings}}]") + others)
    #expect(found.diagnostics.map(\.level) == [.warning])
    #expect(found.diagnostics.first?.detail.contains("Did you mean 'settings'?") == true)
    let selector = verdict(deployment() + others.replacing("{app: web}", with: "{app: wep}"))
    #expect(selector.diagnostics.map(\.code) == ["manifest.near-selector"])
    let elsewhere = verdict(
      deployment(", envFrom: [{configMapRef: {name: settings}}]")
        + others.replacing("settings, namespace: shop", with: "settings, namespace: other"))
    #expect(elsewhere.diagnostics.first?.detail.contains("another namespace") == true)
  }

  @Test func scalersAndBindingsNameWhatTheyAreFor() {
    let text = """
      ---
      apiVersion: autoscaling/v2
      kind: HorizontalPodAutoscaler
      metadata: {name: web, namespace: shop}
      spec: {maxReplicas: 3, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: wbe}}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: web, namespace: shop}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
      subjects: [{kind: ServiceAccount, name: web}, {kind: ServiceAccount, name: default}]
      """
    let found = verdict(deployment() + others + text)
    #expect(found.diagnostics.map(\.code) == ["manifest.near-reference"])
    #expect(found.outside == ["ServiceAccount/shop/web (named by RoleBinding/shop/web)"])
  }

  @Test func aJobEndsOneDay() {
    let job = deployment().replacing("Deployment", with: "Job").replacing("apps/v1", with: "batch/v1")
    #expect(verdict(job).diagnostics.map(\.code) == ["manifest.restart-policy"])
    #expect(
      verdict(job.replacing("spec: {containers", with: "spec: {restartPolicy: Never, containers")).diagnostics
        .isEmpty)
  }
}
