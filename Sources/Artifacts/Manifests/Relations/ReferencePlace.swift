/// A place of a kind that names another object: what `ReferenceFinder` reads of kinds whose references are a name and no more.
/// From the kinds' own definitions.
struct ReferencePlace: Sendable {
  /// Where the object lies that is named.
  enum Space: Sendable {
    /// Beside the one that names it, or in the namespace that stands beside the name.
    case beside
    /// Outside of namespaces.
    case cluster
  }

  /// What the API group begins with; a kind of the same name of another group is left alone.
  let group: String
  let kind: String
  /// Keys on the way to the name; `*` is every element of a list.
  let path: [String]
  /// The kind that is named where no `kind` stands beside the name.
  let target: String
  let space: Space

  init(_ group: String, kind: String, path: String, target: String, space: Space = .beside) {
    self.group = group
    self.kind = kind
    self.path = path.split(separator: ".").map(String.init)
    self.target = target
    self.space = space
  }

  /// Kinds that lie outside of namespaces where a reference may name either.
  static let clusterWide: Set<String> = ["ClusterIssuer", "ClusterSecretStore", "ClusterTriggerBinding"]

  static let all: [ReferencePlace] = argo + flux + tekton + operators + access

  private static let argo = [
    ReferencePlace("argoproj.io/", kind: "Application", path: "spec.project", target: "AppProject"),
    ReferencePlace(
      "argoproj.io/", kind: "ApplicationSet", path: "spec.template.spec.project", target: "AppProject"),
  ]

  private static let flux = [
    ReferencePlace(
      "kustomize.toolkit", kind: "Kustomization", path: "spec.sourceRef.name", target: "GitRepository"),
    ReferencePlace(
      "kustomize.toolkit", kind: "Kustomization", path: "spec.dependsOn.*.name", target: "Kustomization"),
    ReferencePlace("helm.toolkit", kind: "HelmRelease", path: "spec.chartRef.name", target: "OCIRepository"),
    ReferencePlace(
      "helm.toolkit", kind: "HelmRelease", path: "spec.chart.spec.sourceRef.name", target: "HelmRepository"),
    ReferencePlace(
      "helm.toolkit", kind: "HelmRelease", path: "spec.dependsOn.*.name", target: "HelmRelease"),
    ReferencePlace("helm.toolkit", kind: "HelmRelease", path: "spec.valuesFrom.*.name", target: "ConfigMap"),
    ReferencePlace(
      "image.toolkit", kind: "ImagePolicy", path: "spec.imageRepositoryRef.name", target: "ImageRepository"),
    ReferencePlace(
      "image.toolkit", kind: "ImageUpdateAutomation", path: "spec.sourceRef.name", target: "GitRepository"),
    ReferencePlace("notification.toolkit", kind: "Alert", path: "spec.providerRef.name", target: "Provider"),
    ReferencePlace(
      "notification.toolkit", kind: "Alert", path: "spec.eventSources.*.name", target: "GitRepository"),
    ReferencePlace("notification.toolkit", kind: "Provider", path: "spec.secretRef.name", target: "Secret"),
    ReferencePlace("source.toolkit", kind: "GitRepository", path: "spec.secretRef.name", target: "Secret"),
    ReferencePlace("source.toolkit", kind: "OCIRepository", path: "spec.secretRef.name", target: "Secret"),
  ]

  private static let run = "spec.resourcetemplates.*.spec"

  private static let tekton = [
    ReferencePlace("tekton.dev/", kind: "Pipeline", path: "spec.tasks.*.taskRef.name", target: "Task"),
    ReferencePlace("tekton.dev/", kind: "Pipeline", path: "spec.finally.*.taskRef.name", target: "Task"),
    ReferencePlace("tekton.dev/", kind: "PipelineRun", path: "spec.pipelineRef.name", target: "Pipeline"),
    ReferencePlace(
      "tekton.dev/", kind: "PipelineRun", path: "spec.taskRunTemplate.serviceAccountName",
      target: "ServiceAccount"),
    ReferencePlace("tekton.dev/", kind: "TaskRun", path: "spec.taskRef.name", target: "Task"),
    ReferencePlace(
      "triggers.tekton.dev/", kind: "EventListener", path: "spec.serviceAccountName",
      target: "ServiceAccount"),
    ReferencePlace(
      "triggers.tekton.dev/", kind: "EventListener", path: "spec.triggers.*.bindings.*.ref",
      target: "TriggerBinding"),
    ReferencePlace(
      "triggers.tekton.dev/", kind: "EventListener", path: "spec.triggers.*.template.ref",
      target: "TriggerTemplate"),
    ReferencePlace(
      "triggers.tekton.dev/", kind: "EventListener",
      path: "spec.triggers.*.interceptors.*.params.*.value.secretName", target: "Secret"),
    ReferencePlace(
      "triggers.tekton.dev/", kind: "TriggerTemplate", path: "\(run).pipelineRef.name", target: "Pipeline"),
    ReferencePlace(
      "triggers.tekton.dev/", kind: "TriggerTemplate", path: "\(run).taskRunTemplate.serviceAccountName",
      target: "ServiceAccount"),
    ReferencePlace(
      "triggers.tekton.dev/", kind: "TriggerTemplate",
      path: "\(run).workspaces.*.persistentVolumeClaim.claimName", target: "PersistentVolumeClaim"),
  ]

  private static let operators = [
    ReferencePlace("cert-manager.io/", kind: "Certificate", path: "spec.issuerRef.name", target: "Issuer"),
    ReferencePlace(
      "external-secrets.io/", kind: "ExternalSecret", path: "spec.secretStoreRef.name", target: "SecretStore"),
    ReferencePlace(
      "postgresql.cnpg.io/", kind: "ScheduledBackup", path: "spec.cluster.name", target: "Cluster"),
    ReferencePlace("postgresql.cnpg.io/", kind: "Pooler", path: "spec.cluster.name", target: "Cluster"),
    ReferencePlace(
      "monitoring.coreos.com/", kind: "Prometheus", path: "spec.serviceAccountName", target: "ServiceAccount"),
    ReferencePlace(
      "monitoring.coreos.com/", kind: "AlertmanagerConfig",
      path: "spec.receivers.*.slackConfigs.*.apiURL.name", target: "Secret"),
    ReferencePlace(
      "keda.sh/", kind: "ScaledObject", path: "spec.triggers.*.authenticationRef.name",
      target: "TriggerAuthentication"),
  ]

  private static let access = [
    ReferencePlace(
      "admissionregistration.k8s.io/", kind: "ValidatingAdmissionPolicyBinding", path: "spec.policyName",
      target: "ValidatingAdmissionPolicy", space: .cluster),
    ReferencePlace(
      "gateway.networking.k8s.io/", kind: "Gateway", path: "spec.listeners.*.tls.certificateRefs.*.name",
      target: "Secret"),
    ReferencePlace(
      "gateway.networking.k8s.io/", kind: "Gateway", path: "spec.gatewayClassName", target: "GatewayClass",
      space: .cluster),
  ]
}
