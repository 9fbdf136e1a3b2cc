import Basics
import Manifests

/// Reads what runs: pods, what makes pods, and virtual machines.
struct WorkloadReader {
  let namespaces: ClusterNamespaces

  func workloads(_ manifests: [Manifest]) -> [ClusterWorkload] {
    var order: [String] = []
    var found: [String: ClusterWorkload] = [:]
    for manifest in manifests {
      guard let (name, pod) = read(manifest) else { continue }
      if found[name] == nil {
        order.append(name)
        found[name] = ClusterWorkload(endpoint: Endpoint(.workload, name: name), variants: [pod])
      } else if found[name]?.variants.contains(pod) == false {
        found[name]?.variants.append(pod)
      }
    }
    return order.compactMap { found[$0] }
  }

  private func read(_ manifest: Manifest) -> (name: String, pod: ClusterPod)? {
    let content = manifest.content
    let template: JSONValue?
    var (kind, name) = (manifest.kind, manifest.name)
    switch kind {
    case "Pod":
      template = content
      // A pod of an owner is one of its copies.
      let owner = content["metadata"]?["ownerReferences"]?.array?.first
      name = owner?["name"]?.string ?? name
      kind = owner?["kind"]?.string ?? kind
    case "Deployment", "ReplicaSet", "StatefulSet", "DaemonSet", "ReplicationController", "Job",
      "DeploymentConfig", "Rollout", "VirtualMachine", "VirtualMachineInstanceReplicaSet":
      template = content["spec"]?["template"]
    case "CronJob":
      template = content["spec"]?["jobTemplate"]?["spec"]?["template"]
    default: return nil
    }
    guard let template else { return nil }
    return (
      "\(kind)/\(manifest.namespace)/\(name)", pod(template, namespace: manifest.namespace)
    )
  }

  private func pod(_ template: JSONValue, namespace: String) -> ClusterPod {
    let metadata = template["metadata"]
    let spec = template["spec"]
    return ClusterPod(
      namespace: namespace, namespaceLabels: namespaces.labels(of: namespace),
      labels: metadata?["labels"]?.labels ?? [:], ports: ports(spec),
      attachments: NetworkReader.attachments(
        annotations: metadata?["annotations"]?.labels ?? [:], spec: spec, namespace: namespace),
      isOnHostNetwork: spec?["hostNetwork"]?.bool ?? false)
  }

  private func ports(_ spec: JSONValue?) -> [ClusterPod.Port] {
    let containers = (spec?["containers"]?.array ?? []) + (spec?["initContainers"]?.array ?? [])
    return containers.flatMap { $0["ports"]?.array ?? [] }.compactMap { port in
      guard let number = port["containerPort"]?.integer,
        let transport = TransportProtocol(rawValue: port["protocol"]?.string ?? "TCP")
      else { return nil }
      return ClusterPod.Port(name: port["name"]?.string, transport: transport, number: number)
    }
  }
}
