import Basics
import HCL
import ResourceGraph
import Vocabulary

/// Makes the change that a rule prescribes for a finding.
package struct RemedyApplication: Sendable {
  private let pack: PolicyPack

  package init(_ pack: PolicyPack) {
    self.pack = pack
  }

  /// Whether the rule of the finding comes with a change.
  package func canApply(_ finding: Finding) -> Bool { pack[finding.rule]?.remedy != nil }

  /// The files of the module with the change made in the one that declares the resource.
  /// - Throws: a diagnostic when the rule has no remedy or the resource is not declared in these files.
  package func apply(_ finding: Finding, to files: [String: String]) throws(Diagnostic) -> [String: String] {
    let remedy = try remedy(of: finding)
    guard let address = BlockAddress(finding: finding) else { throw notFound(finding) }
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      let file = HCLFile(path: path, text: text)
      guard !file.hasErrors, case var edit = try HCLEdit(file), edit.contains(address) else { continue }
      for setting in remedy.settings { try edit.set(setting.path, to: setting.source, in: address) }
      if let companion = remedy.companion {
        try add(companion, for: finding, address: address, to: &edit, files: files)
      }
      var changed = files
      changed[path] = edit.text
      return changed
    }
    throw notFound(finding)
  }

  /// The manifest with the change made.
  /// - Throws: a diagnostic when the rule has no remedy.
  package func apply(_ finding: Finding, to manifest: Value) throws(Diagnostic) -> Value {
    let remedy = try remedy(of: finding)
    var changed = manifest.merging(remedy.object)
    guard let path = PodTemplate.path(manifest["kind"]?.text) else { return changed }
    changed = changed.updating(path + ["spec"]) { spec in
      var spec = spec.merging(remedy.pod)
      for list in ["containers", "initContainers"] where spec[list] != nil {
        spec = spec.updating([list]) { .list(($0.elements ?? []).map { $0.merging(remedy.container) }) }
      }
      return spec
    }
    return changed
  }

  private func remedy(of finding: Finding) throws(Diagnostic) -> Remedy {
    if let remedy = pack[finding.rule]?.remedy { return remedy }
    throw Diagnostic(
      code: "policy.no-remedy", summary: "No automatic remedy",
      detail: "The rule \(finding.rule) has no change to make by itself; a person has to decide.",
      range: finding.range,
      address: finding.address)
  }

  private func notFound(_ finding: Finding) -> Diagnostic {
    Diagnostic(
      code: "policy.not-found", summary: "Resource not found",
      detail: "None of the files declares \(finding.address), so there is nothing to change.",
      range: finding.range,
      address: finding.address)
  }

  /// Adds the companion under a name that is still free. One of several instances cannot have a companion of its own.
  private func add(
    _ companion: String, for finding: Finding, address: BlockAddress, to edit: inout HCLEdit,
    files: [String: String]
  ) throws(Diagnostic) {
    guard !finding.address.contains("[") else {
      throw Diagnostic(
        code: "policy.many-instances", summary: "Companion for one of many instances",
        detail:
          "\(finding.address) is one of several instances; add the companion resource with the same count or "
          + "for_each.", range: finding.range, address: finding.address)
    }
    let label = address.labels.last ?? "this"
    let reference = ((address.type == "data" ? ["data"] : []) + address.labels).joined(separator: ".")
    let others = files.values.map { HCLFile(path: "", text: $0) }
    for number in 1...100 {
      let name = number == 1 ? label : "\(label)_\(number)"
      let text = CompanionText.filled(companion, address: reference, label: name)
      let blocks = HCLFile(path: "companion", text: text).body.blocks
      let taken = blocks.contains { block in
        others.contains { $0.body.blocks.contains { $0.type == block.type && $0.labels == block.labels } }
      }
      if !taken { return try edit.append(text) }
    }
  }
}

extension BlockAddress {
  /// The block of a finding's address: a resource, a data source, or `provider.aws`.
  fileprivate init?(finding: Finding) {
    let parts = finding.address.split(separator: ".").map(String.init)
    switch parts.first {
    case "provider": self.init("provider", labels: [parts[1]])
    case "var": self.init("variable", labels: [parts[1]])
    case "terraform": self.init("terraform")
    default: self.init(resource: finding.address)
    }
  }
}
