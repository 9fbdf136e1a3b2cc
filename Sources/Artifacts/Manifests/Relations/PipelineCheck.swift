import Basics

/// What the tasks of a Tekton pipeline say of one another and of what they run: order, parameters, workspaces, results.
struct PipelineCheck {
  private let pipeline: Manifest
  private let tasks: [(entry: JSONValue, path: FieldPath)]
  /// The tasks that are here, by name.
  private let known: [String: Manifest]

  /// Nil for what is no pipeline of Tekton.
  init?(_ manifest: Manifest, among manifests: [Manifest]) {
    guard manifest.kind == "Pipeline", manifest.apiVersion.hasPrefix("tekton.dev/") else { return nil }
    pipeline = manifest
    let spec = FieldPath([.key("spec")])
    tasks = ["tasks", "finally"].flatMap { list in
      (manifest.content["spec"]?[list]?.array ?? []).enumerated().map {
        ($0.element, spec.key(list).index($0.offset))
      }
    }
    known = Dictionary(
      manifests.filter {
        $0.kind == "Task" && $0.apiVersion.hasPrefix("tekton.dev/") && $0.namespace == manifest.namespace
      }.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var faults: [Diagnostic] {
    tasks.flatMap { order($0.entry, path: $0.path) + uses($0.entry, path: $0.path) }
  }

  private var names: [String] { tasks.compactMap { $0.entry["name"]?.string } }

  private func order(_ task: JSONValue, path: FieldPath) -> [Diagnostic] {
    (task["runAfter"]?.array ?? []).enumerated().compactMap { index, value in
      guard let name = value.string, !names.contains(name) else { return nil }
      return fault(
        "There is no task '\(name)'", near: name, among: names, at: path.key("runAfter").index(index))
    }
  }

  private func uses(_ task: JSONValue, path: FieldPath) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let own = Self.declared(pipeline.content["spec"], in: "params")
    for (index, parameter) in (task["params"]?.array ?? []).enumerated() {
      let place = path.key("params").index(index).key("value")
      let text = parameter["value"]?.compact ?? ""
      for name in Self.variables(in: text, after: "$(params.") where !own.contains(name) {
        found.append(fault("The pipeline has no parameter '\(name)'", near: name, among: own, at: place))
      }
      for name in Self.variables(in: text, after: "$(tasks.") { found += result(name, at: place) }
    }
    guard let name = task["taskRef"]?["name"]?.string, let target = known[name] else { return found }
    for list in ["params", "workspaces"] {
      let taken = Self.declared(target.content["spec"], in: list)
      let given = (task[list]?.array ?? []).compactMap { $0["name"]?.string }
      for (index, one) in given.enumerated() where !taken.contains(one) {
        found.append(
          fault(
            "\(target.address) takes no \(list == "params" ? "parameter" : "workspace") '\(one)'", near: one,
            among: taken, at: path.key(list).index(index).key("name")))
      }
      for entry in target.content["spec"]?[list]?.array ?? []
      where entry["default"] == nil && entry["optional"]?.bool != true {
        guard let needed = entry["name"]?.string, !given.contains(needed) else { continue }
        found.append(fault("\(target.address) needs '\(needed)'", near: nil, among: [], at: path))
      }
    }
    return found
  }

  /// `plan.results.digest`: a task of this pipeline, and a result that it has.
  private func result(_ text: String, at path: FieldPath) -> [Diagnostic] {
    let parts = text.split(separator: ".").map(String.init)
    guard parts.count >= 3, parts[1] == "results" else { return [] }
    guard let task = tasks.first(where: { $0.entry["name"]?.string == parts[0] })?.entry else {
      return [fault("There is no task '\(parts[0])'", near: parts[0], among: names, at: path)]
    }
    guard let name = task["taskRef"]?["name"]?.string, let target = known[name] else { return [] }
    let results = Self.declared(target.content["spec"], in: "results")
    guard !results.contains(parts[2]) else { return [] }
    return [fault("\(target.address) has no result '\(parts[2])'", near: parts[2], among: results, at: path)]
  }

  private func fault(_ what: String, near name: String?, among names: [String], at path: FieldPath)
    -> Diagnostic
  {
    let hint = name.map { Spelling.hint(for: $0, among: names) } ?? ""
    return pipeline.diagnostic(
      "broken-pipeline", summary: "Pipeline does not fit together", detail: what + "." + hint, path: path)
  }

  private static func declared(_ spec: JSONValue?, in list: String) -> [String] {
    (spec?[list]?.array ?? []).compactMap { $0["name"]?.string }
  }

  /// What stands between a mark and the bracket that ends it, each time.
  private static func variables(in text: String, after mark: String) -> [String] {
    text.split(separator: mark, omittingEmptySubsequences: false).dropFirst().map { rest in
      String(rest.prefix { $0 != ")" && $0 != "[" })
    }
  }
}
