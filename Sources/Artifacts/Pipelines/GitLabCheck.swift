import Basics
import StrictYAML

/// A pipeline of GitLab CI: its keys, its stages, and the jobs that others wait for or are made from.
struct GitLabCheck {
  let file: PipelineFile
  let keys: KeyCheck

  /// What stages there are where none are listed.
  private static let builtIn = ["build", "test", "deploy"]
  /// Stages that are there besides those that are listed.
  private static let always = [".pre", ".post"]

  private var jobs: [YAMLNode.Pair] {
    (file.node.pairs ?? []).filter { pair in
      !keys.table["file"].known.contains(pair.key) && pair.value.pairs != nil
    }
  }

  /// Whether files besides this one say what there is.
  private var includesOthers: Bool { file.node["include"] != nil }

  var verdict: PipelineVerdict {
    var found = PipelineVerdict()
    let known = keys.table["file"].known
    for pair in file.node.pairs ?? [] where pair.value.pairs == nil && !known.contains(pair.key) {
      found.diagnostics.append(
        file.fault(
          "unknown-key", summary: "Unknown key",
          detail: "'\(pair.key)' is neither a job nor a key of the file."
            + Spelling.hint(for: pair.key, among: known), at: pair.value))
    }
    if includesOthers { found.unchecked.append("\(file.path): what it includes") }
    for job in jobs { found += check(job) }
    return found
  }

  private func check(_ job: YAMLNode.Pair) -> PipelineVerdict {
    var found = keys.check(job.value, part: "job", of: job.key)
    let value = job.value
    if !job.key.hasPrefix("."), ["script", "trigger", "extends", "run"].allSatisfy({ value[$0] == nil }) {
      found.diagnostics.append(
        file.fault("missing-key", summary: "Missing key", detail: "\(job.key) needs 'script'.", at: value))
    }
    let stages = (file.node["stages"]?.elements?.compactMap(\.text) ?? Self.builtIn) + Self.always
    let templates = jobs.map(\.key)
    found.diagnostics += missing(value["stage"]?.names ?? [], among: stages, what: "stage", of: job)
    found.diagnostics += missing(value["extends"]?.names ?? [], among: templates, what: "job", of: job)
    for key in ["needs", "dependencies"] {
      let named = (value[key]?.elements ?? []).compactMap { $0.text == nil ? $0["job"] : $0 }
      found.diagnostics += missing(named, among: templates, what: "job", of: job)
    }
    return found
  }

  private func missing(_ named: [YAMLNode], among known: [String], what: String, of job: YAMLNode.Pair)
    -> [Diagnostic]
  {
    named.compactMap { node in
      guard !includesOthers, let name = node.text, !known.contains(name) else { return nil }
      return file.fault(
        "missing-job", summary: "Names nothing",
        detail: "\(job.key) names the \(what) '\(name)', which is not here."
          + Spelling.hint(for: name, among: known), at: node)
    }
  }
}
