import Basics

/// The pod of an object that makes pods, with the way to it.
struct PodTemplate: Sendable {
  let manifest: Manifest
  let labels: [String: String]
  let spec: JSONValue
  /// Of the template's spec.
  let path: FieldPath

  /// Nil for an object that makes no pods.
  init?(_ manifest: Manifest) {
    let way: [String]
    switch manifest.kind {
    case "Pod": way = []
    case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController", "Job", "Rollout":
      way = ["spec", "template"]
    case "CronJob": way = ["spec", "jobTemplate", "spec", "template"]
    default: return nil
    }
    var template: JSONValue? = manifest.content
    for key in way { template = template?[key] }
    guard let template, let spec = template["spec"] else { return nil }
    self.manifest = manifest
    self.spec = spec
    labels = Dictionary(
      (template["metadata"]?["labels"]?.object ?? []).compactMap { label in
        label.value.string.map { (label.key, $0) }
      }, uniquingKeysWith: { first, _ in first })
    path = FieldPath(way.map { .key($0) } + [.key("spec")])
  }

  /// Containers of every kind with their way.
  var containers: [(value: JSONValue, path: FieldPath)] {
    ["initContainers", "containers", "ephemeralContainers"].flatMap { key in
      (spec[key]?.array ?? []).enumerated().map { ($0.element, path.key(key).index($0.offset)) }
    }
  }

  /// The names of the ports that its containers declare.
  var portNames: Set<String> {
    Set(containers.flatMap { $0.value["ports"]?.array ?? [] }.compactMap { $0["name"]?.string })
  }
}
