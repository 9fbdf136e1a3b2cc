import Basics
import ManifestSchemas
import Manifests
import Testing

struct ManifestValidatorTests {
  private func verdict(_ text: String) throws -> ManifestValidator.Verdict {
    let read = ManifestReader.read(text, file: "a.yaml")
    #expect(read.diagnostics.isEmpty)
    return try ManifestValidator().validate(read.manifests)
  }

  private func deployment(_ container: String, spec: String = "replicas: 2") -> String {
    """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web, labels: {app: web}}
    spec:
      \(spec)
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web}}
        spec:
          containers:
            - \(container)
    """
  }

  @Test func whatTheServerAcceptsIsFineAndSaysByWhichSchema() throws {
    let found = try verdict(
      deployment(
        "{name: web, image: a, ports: [{containerPort: 53}, {containerPort: 53, protocol: UDP}], resources: {limits: {cpu: 500m, memory: 1Gi}, requests: {cpu: 1}}}"
      ))
    #expect(found.diagnostics.isEmpty)
    #expect(found.unchecked.isEmpty)
    #expect(found.checked == ["kubernetes 1.37.0"])
  }

  @Test(arguments: [
    ("{name: web, image: a, imag: a}", "manifest.unknown-field", "Did you mean 'image'?", 11),
    ("{image: a}", "manifest.missing-field", "spec.template.spec.containers[0].name", 11),
    ("{name: web, image: a, env: [{name: A, value: 1}]}", "manifest.type", "Write it in quotes: \"1\".", 11),
    (
      "{name: web, image: a, ports: [{containerPort: http}]}", "manifest.type", "a whole number is needed", 11
    ),
    (
      "{name: web, image: a, ports: [{containerPort: 80}, {containerPort: 80}]}", "manifest.duplicate-entry",
      "more than once", 11
    ),
    ("{name: web, image: a, resources: {limits: {memory: 1GiB}}}", "manifest.quantity", "1GiB", 11),
    ("{name: web, image: a, imagePullPolicy: always}", "manifest.taken-value", "Did you mean 'Always'?", 11),
    (
      "{name: web, image: a, ports: [{containerPort: 80, protocol: tcp}]}", "manifest.taken-value",
      "TCP, UDP, SCTP", 11
    ),
    ("{name: web, image: a, args: [a, null]}", "manifest.null", "empty", 11),
    ("{name: web, image: a, ports: [{containerPort: 99999999999}]}", "manifest.bounds", "2147483647", 11),
  ])
  func whatItRefusesIsNamedWithItsPlace(container: String, code: String, words: String, line: Int) throws {
    let found = try verdict(deployment(container)).diagnostics
    #expect(found.map(\.code) == [code])
    #expect(found.first?.detail.contains(words) == true)
    #expect(found.first?.range?.start.line == line)
  }

  @Test(arguments: [
    ("apiVersion: v1\nkind: Pod\nmetadata: {name: a}", "spec"),
    ("apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: []}", "at least 1"),
    (
      "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec: {podSelector: {}, policyTypes: [ingress]}",
      "Ingress, Egress"
    ),
  ])
  func whatTheServerAsksBeyondItsSchemaIsHeld(text: String, words: String) throws {
    let found = try verdict(text).diagnostics
    #expect(found.count == 1)
    #expect(found.first?.detail.contains(words) == true)
  }

  @Test func aNullIsNothing() throws {
    #expect(try verdict(deployment("{name: web, image: a, args: null}")).diagnostics.isEmpty)
    #expect(
      try verdict(deployment("{name: null, image: a}")).diagnostics.map(\.code) == ["manifest.missing-field"])
  }

  @Test func aRemovedVersionNamesWhoRemovedItAndWhatToUse() throws {
    let found = try verdict("apiVersion: batch/v1beta1\nkind: CronJob\nmetadata: {name: a}\nspec: {}")
      .diagnostics
    #expect(found.map(\.code) == ["manifest.removed-api-version"])
    #expect(found.first?.detail == "Kubernetes 1.25 removed batch/v1beta1/CronJob; use batch/v1.")
  }

  @Test func anUnknownKindIsNeitherRightNorWrong() throws {
    let found = try verdict("apiVersion: example.org/v1\nkind: Widget\nmetadata: {name: a}\nspec: {}")
    #expect(found.diagnostics.isEmpty)
    #expect(found.checked.isEmpty)
    #expect(found.unchecked.count == 1)
    let other = try verdict("apiVersion: apps/v2\nkind: Deployment\nmetadata: {name: a}")
    #expect(other.diagnostics.isEmpty)
    #expect(other.unchecked.first?.contains("only v1 is here") == true)
  }

  @Test(arguments: [
    ("syncPolicy: {automated: {prune: true, selfheal: true}}", "Did you mean 'selfHeal'?"),
    ("project: 7", "a text is needed"),
    ("syncPolicy: {retry: {limit: five}}", "a whole number is needed"),
  ])
  func kindsOfOthersAreCheckedToo(spec: String, words: String) throws {
    let text = """
      apiVersion: argoproj.io/v1alpha1
      kind: Application
      metadata: {name: a, namspace: argocd}
      spec:
        destination: {namespace: a, server: "https://kubernetes.default.svc"}
        source: {repoURL: "https://example.org/a.git", path: a}
        \(spec.hasPrefix("project") ? spec : "project: default\n  \(spec)")
      """
    let found = try verdict(text).diagnostics
    #expect(found.count == 2)
    #expect(found.contains { $0.detail.contains(words) })
    #expect(found.contains { $0.detail.contains("metadata.namspace") })
  }

  @Test func formsAndPatternsAreHeld() throws {
    let text = """
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata: {name: a}
      spec:
        hostnames: ["Bad_Host"]
        rules: [{matches: [{path: {type: Prefx, value: /}}], backendRefs: [{name: a, port: 70000}]}]
      """
    let codes = Set(try verdict(text).diagnostics.map(\.code))
    #expect(codes == ["manifest.pattern", "manifest.value", "manifest.bounds"])
  }
}
