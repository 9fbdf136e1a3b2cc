import Basics
import StrictYAML

/// A workflow of GitHub Actions: its keys, the order of its jobs, and what they read of one another.
struct WorkflowCheck {
  let file: PipelineFile
  let keys: KeyCheck

  private var jobs: [YAMLNode.Pair] { file.node["jobs"]?.pairs ?? [] }

  var verdict: PipelineVerdict {
    var found = keys.check(file.node, part: "file", of: "the workflow")
    if file.node["permissions"]?.pairs != nil {
      found += keys.check(file.node["permissions"], part: "permissions", of: "permissions")
    }
    if let node = file.node["jobs"], jobs.isEmpty {
      found.diagnostics.append(
        file.fault("no-jobs", summary: "Nothing runs", detail: "'jobs' names no job.", at: node))
    }
    for job in jobs { found += check(job) }
    return found
  }

  private func check(_ job: YAMLNode.Pair) -> PipelineVerdict {
    var found = keys.check(job.value, part: "job", of: "jobs.\(job.key)")
    if job.value["runs-on"] == nil, job.value["uses"] == nil {
      found.diagnostics.append(
        file.fault(
          "missing-key", summary: "Missing key", detail: "jobs.\(job.key) needs 'runs-on'.", at: job.value))
    }
    for needed in job.value["needs"]?.names ?? [] {
      guard let name = needed.text, !jobs.contains(where: { $0.key == name }) else { continue }
      found.diagnostics.append(
        file.fault(
          "missing-job", summary: "Job is not there",
          detail: "jobs.\(job.key) needs '\(name)', which is no job here."
            + Spelling.hint(for: name, among: jobs.map(\.key)), at: needed))
    }
    for (index, step) in (job.value["steps"]?.elements ?? []).enumerated() {
      let name = "jobs.\(job.key).steps[\(index)]"
      found += keys.check(step, part: "step", of: name)
      if (step["uses"] == nil) == (step["run"] == nil) {
        found.diagnostics.append(
          file.fault(
            "wrong-step", summary: "Step runs nothing or two things",
            detail: "\(name) needs either 'uses' or 'run'.", at: step))
      }
    }
    for text in texts(of: job.value) { found.diagnostics += references(text, in: job) }
    return found
  }

  /// Every scalar below a node.
  private func texts(of node: YAMLNode) -> [YAMLNode] {
    if let pairs = node.pairs { return pairs.flatMap { texts(of: $0.value) } }
    if let elements = node.elements { return elements.flatMap(texts) }
    return [node]
  }

  /// `steps.ID` and `needs.JOB.outputs.NAME` in the expressions of a text.
  private func references(_ node: YAMLNode, in job: YAMLNode.Pair) -> [Diagnostic] {
    let text = node.text ?? ""
    var found: [Diagnostic] = []
    for piece in text.split(separator: "${{", omittingEmptySubsequences: false).dropFirst() {
      let expression = piece.prefix { $0 != "}" }
      for word in expression.split(whereSeparator: { !($0.isLetter || $0.isNumber || "._-".contains($0)) }) {
        let parts = word.split(separator: ".").map(String.init)
        guard parts.count >= 2 else { continue }
        if parts[0] == "steps" {
          let known = (job.value["steps"]?.elements ?? []).compactMap { $0["id"]?.text }
          found += missing(parts[1], among: known, what: "step", in: job, at: node)
        } else if parts[0] == "needs" {
          let known = (job.value["needs"]?.names ?? []).compactMap(\.text)
          found += missing(parts[1], among: known, what: "job that jobs.\(job.key) needs", in: job, at: node)
          guard parts.count >= 4, parts[2] == "outputs",
            let other = jobs.first(where: { $0.key == parts[1] }), other.value["uses"] == nil
          else { continue }
          let outputs = (other.value["outputs"]?.pairs ?? []).map(\.key)
          found += missing(parts[3], among: outputs, what: "output of jobs.\(other.key)", in: job, at: node)
        }
      }
    }
    return found
  }

  private func missing(
    _ name: String, among known: [String], what: String, in job: YAMLNode.Pair, at node: YAMLNode
  ) -> [Diagnostic] {
    guard !known.contains(name) else { return [] }
    return [
      file.fault(
        "broken-reference", summary: "Names nothing",
        detail: "jobs.\(job.key) reads '\(name)', which is no \(what)."
          + Spelling.hint(for: name, among: known), at: node)
    ]
  }
}
