import Basics

/// Whether what Prometheus or VictoriaMetrics shall scrape is there: the labels of services or pods, and the port by its name.
struct MonitorCheck {
  private let monitor: Manifest
  private let manifests: [Manifest]
  /// Whether pods are selected, and not services.
  private let readsPods: Bool
  private let endpoints: String

  /// Nil for what selects nothing to scrape.
  init?(_ manifest: Manifest, among manifests: [Manifest]) {
    switch manifest.kind {
    case "ServiceMonitor", "VMServiceScrape": (readsPods, endpoints) = (false, "endpoints")
    case "PodMonitor", "VMPodScrape": (readsPods, endpoints) = (true, "podMetricsEndpoints")
    default: return nil
    }
    monitor = manifest
    self.manifests = manifests
  }

  /// Something that may be scraped.
  private struct Target {
    var address: String
    var labels: [String: String]
    var ports: Set<String>
  }

  private var targets: [Target] {
    let namespaces = monitor.content["spec"]?["namespaceSelector"]
    let named = Set((namespaces?["matchNames"]?.array ?? []).compactMap(\.string))
    let here = manifests.filter { manifest in
      namespaces?["any"]?.bool == true
        || (named.isEmpty ? manifest.namespace == monitor.namespace : named.contains(manifest.namespace))
    }
    guard !readsPods else {
      return here.compactMap(PodTemplate.init).map {
        Target(address: $0.manifest.address, labels: $0.labels, ports: $0.portNames)
      }
    }
    return here.filter { $0.kind == "Service" && $0.apiVersion == "v1" }.map { service in
      Target(
        address: service.address, labels: service.content["metadata"]?["labels"]?.labels ?? [:],
        ports: Set((service.content["spec"]?["ports"]?.array ?? []).compactMap { $0["name"]?.string }))
    }
  }

  /// What is wrong, and what is selected and not here.
  var verdict: ManifestRelations.Verdict {
    var verdict = ManifestRelations.Verdict()
    guard let written = monitor.content["spec"]?["selector"] else { return verdict }
    let selector = LabelSelector(written)
    let all = targets
    let selected = all.filter { selector.matches($0.labels) }
    guard !selected.isEmpty else {
      let kind = readsPods ? "pods" : "services"
      let near = nearest(written["matchLabels"]?.labels ?? [:], among: all)
      guard let near else {
        verdict.outside.insert("\(kind) with \(selector) (scraped by \(monitor.address))")
        return verdict
      }
      verdict.diagnostics.append(
        monitor.diagnostic(
          "near-selector", summary: "Selects nothing to scrape",
          detail: "None of the \(kind) here has \(selector). Did you mean '\(near)'?",
          path: FieldPath([.key("spec"), .key("selector")]), level: .warning))
      return verdict
    }
    let known = selected.reduce(into: Set<String>()) { $0.formUnion($1.ports) }
    for (index, endpoint) in (monitor.content["spec"]?[endpoints]?.array ?? []).enumerated() {
      guard let port = endpoint["port"]?.string, !known.contains(port) else { continue }
      verdict.diagnostics.append(
        monitor.diagnostic(
          "missing-port", summary: "Port is not there",
          detail:
            "\(selected.map(\.address).joined(separator: ", ")) names no port '\(port)'."
            + Spelling.hint(for: port, among: known.sorted()),
          path: FieldPath([.key("spec"), .key(endpoints), .index(index), .key("port")])))
    }
    return verdict
  }

  private func nearest(_ wanted: [String: String], among targets: [Target]) -> String? {
    for (key, value) in wanted.sorted(by: { $0.key < $1.key }) {
      let near = Spelling.nearest(to: value, in: targets.compactMap { $0.labels[key] })
      if let near, near != value { return "\(key)=\(near)" }
    }
    return nil
  }
}
