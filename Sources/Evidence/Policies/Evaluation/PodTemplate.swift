import HCL

/// The pods that a Kubernetes object makes.
package enum PodTemplate {
  /// The object with `metadata` and `spec` of the pods, nil where it makes none.
  package static func template(of object: Value) -> Value? {
    path(object["kind"]?.text).map { $0.reduce(object) { $0[$1] ?? .null } }
  }

  /// What each of the pods is: containers, volumes, scheduling.
  package static func spec(of object: Value) -> Value? { template(of: object)?["spec"] }

  /// The containers of each pod.
  package static func containers(of object: Value, includingInitial: Bool) -> Value {
    guard let spec = spec(of: object) else { return .list([]) }
    if spec.isUnknown { return .unknown }
    let main = spec["containers"]?.elements ?? []
    return .list(main + (includingInitial ? spec["initContainers"]?.elements ?? [] : []))
  }

  /// Where in an object of that kind the pods are described.
  package static func path(_ kind: String?) -> [String]? {
    switch kind {
    case "Pod": []
    case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController", "Job", "Rollout":
      ["spec", "template"]
    case "CronJob": ["spec", "jobTemplate", "spec", "template"]
    default: nil
    }
  }
}
