/// What a person can give to be advised on.
package enum AdviceSource: String, Sendable, Codable, CaseIterable {
  /// OpenTofu code, a plan or a state.
  case resources
  /// Something that knows what really exists, not what shall be: a state.
  case state
  case manifests, metrics, billing, cloud

  /// How to give it.
  package var option: String {
    switch self {
    case .resources: "a folder of code, a plan or a state"
    case .state: "a state (tofu show -json, or tofu state pull)"
    case .manifests: "Kubernetes manifests (kubectl get … -o yaml)"
    case .metrics: "metrics (--prometheus URL, or --aws with get-metric-data)"
    case .billing: "a bill in FOCUS format (--focus FILE)"
    case .cloud: "descriptions of the cloud (--aws DIR)"
    }
  }
}
