import Basics

/// Finds where an object names others.
struct ReferenceFinder {
  let manifest: Manifest
  private(set) var references: [ObjectReference] = []

  init(_ manifest: Manifest) {
    self.manifest = manifest
    if let template = PodTemplate(manifest) { readPod(template) }
    let spec = FieldPath([.key("spec")])
    switch manifest.kind {
    case "Ingress": readIngress(spec)
    case "HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute": readGatewayRoute(spec)
    case "Route": readRoute(spec)
    case "HorizontalPodAutoscaler", "ScaledObject": readScale(spec.key("scaleTargetRef"))
    case "RoleBinding", "ClusterRoleBinding": readBinding()
    case "StatefulSet": add(["Service"], path: spec.key("serviceName"))
    default: break
    }
    readPlaces()
  }

  func value(at path: FieldPath) -> JSONValue? {
    path.steps.reduce(manifest.content as JSONValue?) { value, step in
      switch step {
      case .key(let name): value?[name]
      case .index(let index): value?[index]
      }
    }
  }

  mutating func add(
    _ kinds: [String], path: FieldPath, namespace: String? = nil, isNamespaced: Bool = true,
    part: ObjectReference.Part? = nil
  ) {
    guard let name = value(at: path)?.string, !name.isEmpty else { return }
    references.append(
      ObjectReference(
        kinds: kinds, namespace: isNamespaced ? namespace ?? manifest.namespace : nil, name: name, part: part,
        path: path))
  }

  private func elements(_ path: FieldPath) -> [(JSONValue, FieldPath)] {
    (value(at: path)?.array ?? []).enumerated().map { ($0.element, path.index($0.offset)) }
  }

  private mutating func readPod(_ template: PodTemplate) {
    add(["ServiceAccount"], path: template.path.key("serviceAccountName"))
    add(["PriorityClass"], path: template.path.key("priorityClassName"), isNamespaced: false)
    for (_, path) in elements(template.path.key("imagePullSecrets")) {
      add(["Secret"], path: path.key("name"))
    }
    for (_, path) in template.containers {
      for (variable, path) in elements(path.key("env")) {
        for (source, kind) in [("configMapKeyRef", "ConfigMap"), ("secretKeyRef", "Secret")] {
          guard let from = variable["valueFrom"]?[source], from["optional"]?.bool != true else { continue }
          add(
            [kind], path: path.key("valueFrom").key(source).key("name"),
            part: from["key"]?.string.map { .key($0) })
        }
      }
      for (source, path) in elements(path.key("envFrom")) {
        for (key, kind) in [("configMapRef", "ConfigMap"), ("secretRef", "Secret")]
        where source[key]?["optional"]?.bool != true {
          add([kind], path: path.key(key).key("name"))
        }
      }
    }
    for (volume, path) in elements(template.path.key("volumes")) {
      add(["PersistentVolumeClaim"], path: path.key("persistentVolumeClaim").key("claimName"))
      add(
        ["SecretProviderClass"],
        path: path.key("csi").key("volumeAttributes").key("secretProviderClass"))
      readVolume(volume, path: path, secretName: "secretName")
      for (source, path) in elements(path.key("projected").key("sources")) {
        readVolume(source, path: path, secretName: "name")
      }
    }
  }

  private mutating func readVolume(_ source: JSONValue, path: FieldPath, secretName: String) {
    for (key, kind, name) in [("configMap", "ConfigMap", "name"), ("secret", "Secret", secretName)] {
      guard let inner = source[key], inner["optional"]?.bool != true else { continue }
      add([kind], path: path.key(key).key(name))
      for item in inner["items"]?.array ?? [] {
        guard let entry = item["key"]?.string else { continue }
        add([kind], path: path.key(key).key(name), part: .key(entry))
      }
    }
  }

  private mutating func readIngress(_ spec: FieldPath) {
    var backends = [spec.key("defaultBackend")]
    for (_, rule) in elements(spec.key("rules")) {
      backends += elements(rule.key("http").key("paths")).map { $0.1.key("backend") }
    }
    for backend in backends {
      let port = value(at: backend.key("service").key("port"))
      let written = port?["number"]?.integer.map { String($0) } ?? port?["name"]?.string
      add(["Service"], path: backend.key("service").key("name"), part: written.map { .port($0) })
    }
    for (_, path) in elements(spec.key("tls")) { add(["Secret"], path: path.key("secretName")) }
  }

  private mutating func readGatewayRoute(_ spec: FieldPath) {
    for (parent, path) in elements(spec.key("parentRefs"))
    where parent["kind"]?.string ?? "Gateway" == "Gateway" {
      add(["Gateway"], path: path.key("name"), namespace: parent["namespace"]?.string)
    }
    for (_, rule) in elements(spec.key("rules")) {
      for (backend, path) in elements(rule.key("backendRefs"))
      where backend["kind"]?.string ?? "Service" == "Service" {
        add(
          ["Service"], path: path.key("name"), namespace: backend["namespace"]?.string,
          part: backend["port"]?.integer.map { .port(String($0)) })
      }
    }
  }

  private mutating func readRoute(_ spec: FieldPath) {
    guard manifest.apiVersion.hasPrefix("route.openshift.io/") else { return }
    add(["Service"], path: spec.key("to").key("name"))
  }

  private mutating func readScale(_ target: FieldPath) {
    let kind = value(at: target.key("kind"))?.string ?? "Deployment"
    guard ["Deployment", "StatefulSet", "ReplicaSet", "ReplicationController", "Rollout"].contains(kind)
    else { return }
    add([kind], path: target.key("name"))
  }

  private mutating func readBinding() {
    let role = FieldPath([.key("roleRef")])
    if let kind = value(at: role.key("kind"))?.string {
      add([kind], path: role.key("name"), isNamespaced: kind == "Role")
    }
    for (subject, path) in elements(FieldPath([.key("subjects")]))
    where subject["kind"]?.string == "ServiceAccount" {
      add(["ServiceAccount"], path: path.key("name"), namespace: subject["namespace"]?.string)
    }
  }
}
