import Experts
import Vocabulary
import Basics
import Templates

extension Recipe {
  private static let keys: Set<String> = [
    "title", "noun", "types", "provides", "singleton", "parameters", "needs", "demands", "exposes", "checks",
    "name-checks", "name-pattern", "notes", "questions", "folder", "format", "owns", "several", "endpoints",
    "grants",
    "identifier",
  ]

  init(id: String, data: HandbookData) throws(ExpertError) {
    let folder = "recipes/\(id)"
    let node = try data.yaml("\(folder)/recipe.yaml")
    try node.allow(Self.keys)
    self.id = id
    title = try node.string("title")
    noun = try node.string("noun")
    types = node.strings("types")
    namePattern = node.string("name-pattern", default: "[A-Za-z][A-Za-z0-9_-]{0,39}")
    provides = node.strings("provides")
    isSingleton = node.flag("singleton")
    identifier = node.string("identifier", default: "")
    grants = [:]
    for entry in node.entries("grants") { grants[entry.key] = try Grant(entry.value) }
    endpoints = node.strings("endpoints")
    isSeveral = node.flag("several")
    owned = node.strings("owns")
    self.folder = node.string("folder", default: "")
    let written = node.string("format", default: "")
    format = ArtifactFormat.all.first { $0.kind.rawValue == written }
    guard written.isEmpty || format != nil else {
      throw ExpertError(
        .failed, summary: "A file of the handbook is broken",
        detail: "\(folder)/recipe.yaml: there is no format '\(written)'.")
    }
    notes = node.strings("notes")
    questions = []
    for entry in node.list("questions") {
      try entry.allow(["ask", "unless"])
      questions.append(Question(text: try entry.string("ask"), unless: entry.child("unless")?.text))
    }
    parameters = []
    for entry in node.entries("parameters") { parameters.append(try Parameter(entry.key, data: entry.value)) }
    needs = []
    for entry in node.list("needs") { needs.append(try Need(entry)) }
    demands = []
    for entry in node.list("demands") { demands.append(try Demand(entry)) }
    checks = []
    for entry in node.list("checks") { checks.append(try CheckTemplate(entry)) }
    nameChecks = []
    for entry in node.list("name-checks") { nameChecks.append(try CheckTemplate(entry)) }
    exposes = []
    files = []
    do {
      for entry in node.entries("exposes") {
        exposes.append((entry.key, try Template(entry.value.text ?? "", file: node.file)))
      }
      for name in try data.names(in: folder) where name != "recipe.yaml" {
        let path = "\(folder)/\(name)"
        files.append(File(name: name, template: try Template(try data.text(path), file: path)))
      }
    } catch let error as ExpertError {
      throw error
    } catch let diagnostic as Diagnostic {
      throw HandbookData.broken(diagnostic)
    } catch {
      throw node.fault("\(error)")
    }
  }
}

extension Recipe.Need {
  init(_ data: DataNode) throws(ExpertError) {
    try data.allow(["slot", "capability", "when", "is"])
    slot = try data.string("slot")
    capability = data.string("capability", default: slot)
    parameter = data.child("when")?.text
    value = data.child("is")?.json
  }
}

extension Recipe.Demand {
  init(_ data: DataNode) throws(ExpertError) {
    try data.allow(["slot", "parameter", "not", "reason", "when", "is", "always"])
    slot = try data.string("slot")
    parameter = try data.string("parameter")
    excluded = data.list("not").map(\.json)
    reason = try data.string("reason")
    when = data.child("when")?.text
    value = data.child("is")?.json
    isAbsolute = data.flag("always")
  }
}

extension Parameter {
  private static let keys: Set<String> = [
    "default", "decides", "postures", "options", "fact", "cues", "needs-cue", "avoids", "attributes",
    "minimum",
    "maximum",
    "pattern", "checks", "constraint", "attribute", "safer", "brings", "yields-to", "completes",
  ]

  init(_ name: String, data: DataNode) throws(ExpertError) {
    try data.allow(Self.keys)
    self.name = name
    decides = data.string("decides", default: "")
    guard let value = data.child("default")?.json else { throw data.fault("'default' is missing.") }
    defaultValue = value
    postures = [:]
    for (key, value) in data.values("postures") {
      guard let priority = AgentProfile.Priority(rawValue: key) else {
        throw data.fault("'\(key)' is not a priority.")
      }
      postures[priority] = value
    }
    options = []
    for entry in data.list("options") { options.append(try Option(entry)) }
    fact = data.child("fact")?.text
    cues = data.strings("cues")
    needsCue = data.flag("needs-cue")
    avoids = data.strings("avoids")
    attributes = data.values("attributes")
    minimum = data.child("minimum")?.json.double
    maximum = data.child("maximum")?.json.double
    pattern = data.child("pattern")?.text
    checks = []
    for entry in data.list("checks") { checks.append(try CheckTemplate(entry)) }
    constraint = try data.child("constraint").map { node throws(ExpertError) in try ConstraintTemplate(node) }
    defersTo = data.strings("yields-to")
    completes = data.texts("completes")
    alsoSets = data.values("brings")
    attribute = data.child("attribute")?.text
    safer = data.child("safer")?.json
  }
}

extension Parameter.Option {
  init(_ data: DataNode) throws(ExpertError) {
    try data.allow(["value", "because", "loses", "harm"])
    guard let value = data.child("value")?.json else { throw data.fault("'value' is missing.") }
    self.value = value
    because = try data.string("because")
    loses = data.string("loses", default: "")
    harm = data.integer("harm") ?? 5
  }
}

extension ConstraintTemplate {
  init(_ data: DataNode) throws(ExpertError) {
    try data.allow(["kind", "relation", "unit"])
    kind = try data.string("kind")
    relation = data.string("relation", default: "=")
    unit = data.child("unit")?.text
  }
}
