import Basics

/// Whether what objects say of one another holds. What contradicts itself is wrong; what names something that is not among the
/// objects may be right in a cluster that has it, and is said: with a warning where one of nearly that name is there.
package struct ManifestRelations {
  /// What was found.
  package struct Verdict: Sendable {
    package var diagnostics: [Diagnostic] = []
    /// Objects that are named and are not among those that were looked at, with who names them.
    package var outside: Set<String> = []
  }

  private let manifests: [Manifest]
  private let templates: [PodTemplate]
  private let made: MadeSecrets
  private var verdict = Verdict()

  package static func check(_ manifests: [Manifest]) -> Verdict {
    var relations = ManifestRelations(manifests)
    for manifest in manifests { relations.check(manifest) }
    return relations.verdict
  }

  private init(_ manifests: [Manifest]) {
    self.manifests = manifests
    templates = manifests.compactMap(PodTemplate.init)
    made = MadeSecrets(manifests)
  }

  private mutating func check(_ manifest: Manifest) {
    for reference in ReferenceFinder(manifest).references { check(reference, of: manifest) }
    if let template = PodTemplate(manifest) { verdict.diagnostics += PodCheck(template).faults }
    if let check = PipelineCheck(manifest, among: manifests) { verdict.diagnostics += check.faults }
    if let check = ProjectCheck(manifest, among: manifests) { verdict.diagnostics += check.faults }
    if let check = DashboardCheck(manifest) { verdict.diagnostics += check.faults }
    if let check = MonitorCheck(manifest, among: manifests) { add(check.verdict) }
    if let check = SourceFolderCheck(manifest, among: manifests) { add(check.verdict) }
    if let check = RuntimeRuleCheck(manifest) { add(check.verdict) }
    checkSelector(of: manifest)
  }

  private mutating func add(_ other: Verdict) {
    verdict.diagnostics += other.diagnostics
    verdict.outside.formUnion(other.outside)
  }

  private mutating func fault(
    _ code: String, summary: String, detail: String, of manifest: Manifest, path: FieldPath,
    level: Diagnostic.Level = .error
  ) {
    verdict.diagnostics.append(
      manifest.diagnostic(code, summary: summary, detail: detail, path: path, level: level))
  }

  private mutating func check(_ reference: ObjectReference, of manifest: Manifest) {
    guard !Self.isAlwaysThere(reference), !made.contains(reference) else { return }
    let same = manifests.filter { reference.kinds.contains($0.kind) }
    guard
      let target = same.first(where: {
        $0.name == reference.name && (reference.namespace == nil || $0.namespace == reference.namespace)
      })
    else {
      return missing(reference, of: manifest, same: same)
    }
    switch reference.part {
    case .key(let key)?:
      let entries = ["data", "stringData", "binaryData"].flatMap { target.content[$0]?.object ?? [] }.map(
        \.key)
      guard !entries.contains(key), !entries.isEmpty || target.kind == "ConfigMap" else { return }
      fault(
        "missing-key", summary: "Entry is not there",
        detail: "\(target.address) has no entry '\(key)'." + Spelling.hint(for: key, among: entries),
        of: manifest,
        path: reference.path)
    case .port(let port)?:
      let ports = target.content["spec"]?["ports"]?.array ?? []
      let known = ports.flatMap {
        [$0["port"]?.integer.map { String($0) }, $0["name"]?.string].compactMap { $0 }
      }
      guard !known.contains(port) else { return }
      fault(
        "missing-port", summary: "Port is not there",
        detail: "\(target.address) has no port '\(port)'; it has \(known.joined(separator: ", "))."
          + Spelling.hint(for: port, among: known), of: manifest, path: reference.path)
    case nil: break
    }
  }

  private mutating func missing(_ reference: ObjectReference, of manifest: Manifest, same: [Manifest]) {
    let near = Spelling.nearest(
      to: reference.name,
      in: same.filter { reference.namespace == nil || $0.namespace == reference.namespace }.map(\.name))
    let elsewhere = same.first { $0.name == reference.name }
    if let near {
      fault(
        "near-reference", summary: "Not among the objects",
        detail: "There is no \(reference.address) here. Did you mean '\(near)'?", of: manifest,
        path: reference.path,
        level: .warning)
    } else if let elsewhere {
      fault(
        "near-reference", summary: "Not among the objects",
        detail: "There is no \(reference.address) here; \(elsewhere.address) is in another namespace.",
        of: manifest,
        path: reference.path, level: .warning)
    } else {
      verdict.outside.insert("\(reference.address) (named by \(manifest.address))")
    }
  }

  /// What every cluster has.
  private static func isAlwaysThere(_ reference: ObjectReference) -> Bool {
    switch reference.kinds.first {
    case "ServiceAccount", "AppProject": reference.name == "default"
    case "PriorityClass": reference.name.hasPrefix("system-")
    case "ConfigMap": reference.name == "kube-root-ca.crt"
    case "ClusterRole":
      ["admin", "edit", "view", "cluster-admin"].contains(reference.name)
        || reference.name.hasPrefix("system:")
    default: false
    }
  }

  /// A selector that selects none of the pods that are there, though one differs in little.
  private mutating func checkSelector(of manifest: Manifest) {
    let path: FieldPath
    switch manifest.kind {
    case "Service": path = FieldPath([.key("spec"), .key("selector")])
    case "PodDisruptionBudget": path = FieldPath([.key("spec"), .key("selector"), .key("matchLabels")])
    case "NetworkPolicy": path = FieldPath([.key("spec"), .key("podSelector"), .key("matchLabels")])
    default: return
    }
    var wanted: JSONValue? = manifest.content
    for case .key(let key) in path.steps { wanted = wanted?[key] }
    let labels = (wanted?.object ?? []).compactMap { label in label.value.string.map { (label.key, $0) } }
    guard !labels.isEmpty else { return }
    let pods = templates.filter { $0.manifest.namespace == manifest.namespace }
    let selected = pods.filter { pod in labels.allSatisfy { pod.labels[$0.0] == $0.1 } }
    guard selected.isEmpty else {
      return manifest.kind == "Service" ? checkPorts(of: manifest, pods: selected) : ()
    }
    let text = labels.map { "\($0.0)=\($0.1)" }.joined(separator: ", ")
    let near = labels.lazy.compactMap { key, value -> String? in
      Spelling.nearest(to: value, in: pods.compactMap { $0.labels[key] }).flatMap {
        $0 == value ? nil : "\(key)=\($0)"
      }
    }.first
    guard let near else {
      verdict.outside.insert("pods with \(text) (selected by \(manifest.address))")
      return
    }
    fault(
      "near-selector", summary: "Selects no pod",
      detail: "None of the pods here has \(text). Did you mean '\(near)'?", of: manifest, path: path,
      level: .warning)
  }

  private mutating func checkPorts(of service: Manifest, pods: [PodTemplate]) {
    let names = Set(pods.flatMap(\.portNames))
    for (index, port) in (service.content["spec"]?["ports"]?.array ?? []).enumerated() {
      guard let target = port["targetPort"]?.string, !names.contains(target) else { continue }
      fault(
        "missing-port", summary: "Port is not there",
        detail:
          "No container of \(pods.map(\.manifest.address).joined(separator: ", ")) names a port '\(target)'."
          + Spelling.hint(for: target, among: names.sorted()), of: service,
        path: FieldPath([.key("spec"), .key("ports"), .index(index), .key("targetPort")]))
    }
  }
}

extension Manifest {
  /// A message about a field.
  func diagnostic(
    _ code: String, summary: String, detail: String, path: FieldPath, level: Diagnostic.Level = .error
  ) -> Diagnostic {
    Diagnostic(
      level, code: "manifest.\(code)", summary: summary, detail: "'\(path)': \(detail)",
      range: SourceRange(file: range.file, start: position(at: path) ?? range.start), address: address)
  }
}
