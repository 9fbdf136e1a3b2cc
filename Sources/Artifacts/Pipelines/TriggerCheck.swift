import Basics
import StrictYAML

/// Triggers of Lighthouse: their keys, and the files with what they run.
struct TriggerCheck {
  let file: PipelineFile
  let keys: KeyCheck
  /// Paths of the files beside it.
  let siblings: Set<String>

  var verdict: PipelineVerdict {
    var found = keys.check(file.node, part: "file", of: "the file")
    if let kind = file.node["kind"], kind.text != "TriggerConfig" {
      found.diagnostics.append(
        file.fault(
          "wrong-kind", summary: "Wrong kind",
          detail: "Lighthouse reads a TriggerConfig here, not '\(kind.text ?? "")'.", at: kind))
    }
    found += keys.check(file.node["spec"], part: "triggers", of: "spec")
    for list in file.node["spec"]?.pairs ?? [] {
      for (index, job) in (list.value.elements ?? []).enumerated() {
        found += keys.check(job, part: "job", of: "spec.\(list.key)[\(index)]")
        found.diagnostics += source(of: job)
      }
    }
    return found
  }

  /// A name without a scheme is a file beside the triggers.
  private func source(of job: YAMLNode) -> [Diagnostic] {
    guard let source = job["source"], let name = source.text, !name.contains(":"), !name.contains("@") else {
      return []
    }
    let folder = file.path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    let path = folder.isEmpty ? name : "\(folder)/\(name)"
    guard !siblings.contains(path) else { return [] }
    let beside = siblings.filter { $0.hasPrefix("\(folder)/") }.map { String($0.dropFirst(folder.count + 1)) }
    return [
      file.fault(
        "missing-file", summary: "File is not there",
        detail: "There is no \(path)." + Spelling.hint(for: name, among: beside.sorted()), at: source)
    ]
  }
}
