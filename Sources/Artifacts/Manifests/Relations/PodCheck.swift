import Basics

/// What within a pod names something else of it.
struct PodCheck {
  private let template: PodTemplate

  init(_ template: PodTemplate) { self.template = template }

  var faults: [Diagnostic] { mounts + probes + restarts }

  /// A mount names a volume of the pod, or a claim that a StatefulSet makes for it.
  private var mounts: [Diagnostic] {
    let claims = template.manifest.content["spec"]?["volumeClaimTemplates"]?.array ?? []
    let volumes =
      (template.spec["volumes"]?.array ?? []).compactMap { $0["name"]?.string }
      + claims.compactMap { $0["metadata"]?["name"]?.string }
    return template.containers.flatMap { container, path in
      (container["volumeMounts"]?.array ?? []).enumerated().compactMap { index, mount in
        guard let name = mount["name"]?.string, !volumes.contains(name) else { return nil }
        return template.manifest.diagnostic(
          "missing-volume", summary: "Volume is not there",
          detail: "The pod has no volume '\(name)'." + Spelling.hint(for: name, among: volumes),
          path: path.key("volumeMounts").index(index).key("name"))
      }
    }
  }

  /// A probe names a port of its container.
  private var probes: [Diagnostic] {
    template.containers.flatMap { container, path -> [Diagnostic] in
      let names = (container["ports"]?.array ?? []).compactMap { $0["name"]?.string }
      return ["livenessProbe", "readinessProbe", "startupProbe"].flatMap { probe in
        ["httpGet", "tcpSocket"].compactMap { action in
          guard let port = container[probe]?[action]?["port"]?.string, Int(port) == nil, !names.contains(port)
          else {
            return nil
          }
          return template.manifest.diagnostic(
            "missing-port", summary: "Port is not there",
            detail: "The container names no port '\(port)'." + Spelling.hint(for: port, among: names),
            path: path.key(probe).key(action).key("port"))
        }
      }
    }
  }

  /// What runs to its end is not started again for ever; Kubernetes refuses it.
  private var restarts: [Diagnostic] {
    guard ["Job", "CronJob"].contains(template.manifest.kind),
      template.spec["restartPolicy"]?.string ?? "Always" == "Always"
    else { return [] }
    return [
      template.manifest.diagnostic(
        "restart-policy", summary: "Restart policy of a job",
        detail: "A job needs the restart policy OnFailure or Never.", path: template.path.key("restartPolicy")
      )
    ]
  }
}
