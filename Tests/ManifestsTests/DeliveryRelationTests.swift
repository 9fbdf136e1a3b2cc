import Basics
import Manifests
import Testing

/// What objects that deliver say of one another: Argo CD, Flux, Tekton, secrets that controllers make.
struct DeliveryRelationTests {
  private func verdict(_ text: String) -> ManifestRelations.Verdict {
    ManifestRelations.check(ManifestReader.read(text, file: "manifests/a.yaml").manifests)
  }

  private static let argo = """
    apiVersion: argoproj.io/v1alpha1
    kind: AppProject
    metadata: {name: shop, namespace: argocd}
    spec:
      sourceRepos: [https://example.com/shop.git]
      destinations: [{server: https://kubernetes.default.svc, namespace: shop}]
    ---
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: shop, namespace: argocd}
    spec:
      project: shop
      source: {repoURL: https://example.com/shop.git, path: manifests}
      destination: {server: https://kubernetes.default.svc, namespace: shop}

    """

  private static let flux = """
    apiVersion: source.toolkit.fluxcd.io/v1
    kind: GitRepository
    metadata: {name: shop, namespace: flux-system}
    spec: {url: https://example.com/shop.git}
    ---
    apiVersion: kustomize.toolkit.fluxcd.io/v1
    kind: Kustomization
    metadata: {name: shop, namespace: flux-system}
    spec: {sourceRef: {kind: GitRepository, name: shop}, path: ./manifests}

    """

  private static let tekton = """
    apiVersion: tekton.dev/v1
    kind: Task
    metadata: {name: plan, namespace: shop}
    spec:
      params: [{name: image}, {name: level, default: info}]
      workspaces: [{name: source}]
      results: [{name: digest}]
    ---
    apiVersion: tekton.dev/v1
    kind: Pipeline
    metadata: {name: delivery, namespace: shop}
    spec:
      params: [{name: image}]
      workspaces: [{name: source}]
      tasks:
        - name: first
          taskRef: {name: plan}
          params: [{name: image, value: $(params.image)}]
          workspaces: [{name: source, workspace: source}]
        - name: second
          taskRef: {name: plan}
          runAfter: [first]
          params: [{name: image, value: $(tasks.first.results.digest)}]
          workspaces: [{name: source, workspace: source}]

    """

  @Test func wholeDeliveriesFit() {
    for text in [Self.argo, Self.flux, Self.tekton] {
      let found = verdict(text)
      #expect(found.diagnostics.isEmpty, "\(found.diagnostics)")
      #expect(found.outside.isEmpty, "\(found.outside)")
    }
  }

  @Test(arguments: [
    (
      argo, "repoURL: https://example.com/shop.git", "repoURL: https://example.com/other.git",
      "admits no source"
    ),
    (
      argo, "destination: {server: https://kubernetes.default.svc, namespace: shop",
      "destination: {server: https://kubernetes.default.svc, namespace: bank", "admits no destination"
    ),
    (argo, "project: shop", "project: shpo", "Did you mean 'shop'?"),
    (flux, "name: shop}, path", "name: shpo}, path", "Did you mean 'shop'?"),
    (tekton, "runAfter: [first]", "runAfter: [frist]", "no task 'frist'"),
    (tekton, "$(params.image)", "$(params.imge)", "no parameter 'imge'"),
    (tekton, "results.digest)", "results.digset)", "has no result 'digset'"),
    (tekton, "$(tasks.first", "$(tasks.third", "no task 'third'"),
    (tekton, "params: [{name: image, value: $(params.image)}]", "params: []", "needs 'image'"),
    (tekton, "[{name: source, workspace", "[{name: sauce, workspace", "'sauce'"),
    (
      tekton, "- name: second\n      taskRef: {name: plan}", "- name: second\n      taskRef: {name: plna}",
      "'plan'"
    ),
  ])
  func whatDoesNotFitIsNamed(text: String, part: String, instead: String, message: String) {
    #expect(text.contains(part))
    let found = verdict(text.replacing(part, with: instead)).diagnostics
    #expect(found.contains { $0.detail.contains(message) }, "\(found)")
  }

  /// A pattern may admit anything; what it admits is not decided, and not called wrong.
  @Test func aPatternOfAProjectIsLeftAlone() {
    let text = Self.argo.replacing("[https://example.com/shop.git]", with: "[\"https://example.com/*\"]")
    #expect(verdict(text).diagnostics.isEmpty)
  }

  @Test func secretsThatControllersMakeAreThere() {
    let pod = """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop}
      spec:
        containers:
          - name: web
            image: web:1
            env: [{name: URL, valueFrom: {secretKeyRef: {name: db-app, key: uri}}}]
            envFrom: [{secretRef: {name: credentials}}]

      """
    #expect(verdict(pod).outside.count == 2)
    let makers = """
      ---
      apiVersion: postgresql.cnpg.io/v1
      kind: Cluster
      metadata: {name: db, namespace: shop}
      spec: {instances: 1}
      ---
      apiVersion: external-secrets.io/v1
      kind: ExternalSecret
      metadata: {name: all, namespace: shop}
      spec: {target: {name: credentials}, secretStoreRef: {kind: ClusterSecretStore, name: platform}}

      """
    #expect(
      verdict(pod + makers).outside == ["ClusterSecretStore/platform (named by ExternalSecret/shop/all)"])
  }
}
