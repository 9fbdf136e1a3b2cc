import Basics
import StrictYAML
import Vocabulary

/// Reads `agents.yaml`: strict keys, positions, every mistake of the file at once.
struct CrewReader {
  /// The file that is being read.
  private(set) var file: String
  private(set) var diagnostics: [Diagnostic] = []
  private var delegators: [String] = []

  init(file: String) {
    self.file = file
  }

  /// Throws `DiagnosticsError` with everything that is wrong, in the order of the file.
  mutating func crew(
    _ root: YAMLNode, digest: String
  ) throws(DiagnosticsError) -> (crew: Crew, models: [ModelDefinition], servers: [ToolServerDefinition]) {
    let top = fields(root, place: "the file", allowed: CrewKeys.top)
    let models = models(top["models"])
    let servers = toolServers(top["mcp"])
    let agents = (top["agents"]?.pairs ?? []).map { agent($0) }
    let tasks = (top["tasks"]?.pairs ?? []).map { task($0) }
    if top["agents"]?.pairs?.isEmpty ?? true {
      report(
        top["agents"] ?? root, summary: "Missing agents",
        detail: "The file needs 'agents:', a mapping of who consults.")
    }
    let known = Set(agents.map(\.key))
    check(tasks, agents: known)
    let crew = crew(top["crew"], agents: agents, tasks: tasks, known: known, digest: digest)
    guard diagnostics.isEmpty, let crew else {
      throw DiagnosticsError(
        diagnostics.sorted { ($0.range?.start ?? .init()) < ($1.range?.start ?? .init()) })
    }
    return (crew, models, servers)
  }

  /// As above, for a project whose agents and tasks have a file each, without a word of ours.
  mutating func project(
    agents: YAMLNode, tasks: (root: YAMLNode, file: String), digest: String
  ) throws(DiagnosticsError) -> Crew {
    let people = (agents.pairs ?? []).map { agent($0) }
    if people.isEmpty {
      report(
        agents, summary: "Missing agents", detail: "The file should be a mapping of who works, and is empty.")
    }
    file = tasks.file
    let work = (tasks.root.pairs ?? []).map { task($0) }
    if work.isEmpty {
      report(
        tasks.root, summary: "Missing tasks", detail: "The file should be a mapping of tasks, and is empty.")
    }
    let known = Set(people.map(\.key))
    check(work, agents: known)
    let crew = crew(nil, agents: people, tasks: work, known: known, digest: digest)
    guard diagnostics.isEmpty, var crew else { throw DiagnosticsError(diagnostics) }
    crew.process = process(.sequential, block: [:], agents: people, known: known)
    return crew
  }

  private mutating func crew(
    _ node: YAMLNode?, agents: [Agent], tasks: [TaskDefinition], known: Set<String>, digest: String
  ) -> Crew? {
    let block = node.map { fields($0, place: "crew", allowed: CrewKeys.crew) } ?? [:]
    let all = agents.map(\.key)
    let way = choice(block["process"], type: CrewProcess.self, name: "process") ?? .debate
    let drafters = keys(block["drafters"], known: known, name: "drafters") ?? all
    if drafters.isEmpty || drafters.count > 26, let node = block["drafters"] ?? node {
      report(
        node, summary: "Wrong number of drafters",
        detail: "Between 1 and 26 agents draft; here are \(drafters.count).")
    }
    let moderator = block["moderator"].flatMap { key($0, known: known, name: "moderator") } ?? all.first
    guard let moderator else { return nil }
    return Crew(
      name: block["name"]?.text ?? "crew", mode: way.mode ?? .debate,
      rounds: integer(block["rounds"], name: "rounds", range: 0...3) ?? 1, drafters: drafters,
      drafts: integer(block["drafts"], name: "drafts", range: 1...26),
      critics: keys(block["critics"], known: known, name: "critics") ?? all,
      judges: keys(block["judges"], known: known, name: "judges") ?? all, moderator: moderator,
      budget: budget(block["budget"]),
      agents: agents, tasks: tasks,
      process: way.tasks.map { process($0, block: block, agents: agents, known: known) },
      digest: digest)
  }

  private mutating func budget(_ node: YAMLNode?) -> RunBudget {
    var budget = RunBudget()
    guard let node else { return budget }
    let block = fields(node, place: "budget", allowed: CrewKeys.budget)
    if let value = number(block["dollars"], name: "dollars", range: 0...100_000) { budget.dollars = value }
    if let value = integer(block["tokens"], name: "tokens", range: 0...1_000_000_000) {
      budget.tokens = value
    }
    if let value = integer(block["calls"], name: "calls", range: 0...1_000_000) { budget.calls = value }
    if let value = number(block["minutes"], name: "minutes", range: 0.01...10_080) { budget.minutes = value }
    return budget
  }

  private mutating func agent(_ pair: YAMLNode.Pair) -> Agent {
    let block = fields(pair.value, place: "agent '\(pair.key)'", allowed: CrewKeys.agent)
    if flag(block["allow_delegation"], name: "allow_delegation") == true { delegators.append(pair.key) }
    return Agent(
      key: pair.key, role: needed(block["role"], name: "role", pair: pair),
      goal: needed(block["goal"], name: "goal", pair: pair),
      backstory: needed(block["backstory"], name: "backstory", pair: pair), llm: block["llm"]?.text,
      priority: choice(block["priority"], type: Priority.self, name: "priority") ?? .balanced,
      focus: choices(block["focus"], type: Finding.Category.self, name: "focus"),
      veto: flag(block["veto"], name: "veto") ?? false, tools: names(block["tools"], name: "tools"),
      maximumIterations: integer(block["max_iter"], name: "max_iter", range: 1...1000) ?? 25,
      maximumRequestsPerMinute: integer(block["max_rpm"], name: "max_rpm", range: 1...1_000_000),
      maximumSeconds: integer(block["max_execution_time"], name: "max_execution_time", range: 1...86_400)
        ?? 300,
      range: SourceRange(file: file, start: pair.keyPosition))
  }

  /// How tasks are worked through.
  private mutating func process(
    _ kind: TaskProcess.Kind, block: [String: YAMLNode], agents: [Agent], known: Set<String>
  ) -> TaskProcess {
    let limits =
      block["delegation"].map { fields($0, place: "delegation", allowed: CrewKeys.delegation) } ?? [:]
    let manager = block["manager_agent"].flatMap { key($0, known: known, name: "manager_agent") }
    return TaskProcess(
      kind: kind, manager: manager ?? (kind == .hierarchical ? agents.first?.key : nil),
      delegators: delegators, depth: integer(limits["depth"], name: "depth", range: 0...3) ?? 1,
      delegations: integer(limits["tasks"], name: "tasks", range: 0...10_000) ?? 50)
  }
}

// MARK: - Fields

extension CrewReader {
  /// The values of a mapping by key; a key that has no meaning here is a mistake, with the nearest that has.
  mutating func fields(_ node: YAMLNode, place: String, allowed: [String]) -> [String: YAMLNode] {
    guard let pairs = node.pairs else {
      report(node, summary: "Wrong type", detail: "Here \(place) should be a mapping of keys to values.")
      return [:]
    }
    var fields: [String: YAMLNode] = [:]
    for pair in pairs {
      guard allowed.contains(pair.key) else {
        let hint = Spelling.hint(for: pair.key, among: allowed)
        report(
          at: pair.keyPosition, summary: "Unknown key",
          detail:
            "'\(pair.key)' has no meaning in \(place).\(hint) Expected one of: \(allowed.joined(separator: ", "))."
        )
        continue
      }
      fields[pair.key] = pair.value
    }
    return fields
  }

  mutating func needed(_ node: YAMLNode?, name: String, pair: YAMLNode.Pair) -> String {
    guard let node else {
      report(at: pair.keyPosition, summary: "Missing key", detail: "'\(pair.key)' needs '\(name):', a text.")
      return ""
    }
    guard let text = node.text, !text.allSatisfy(\.isWhitespace) else {
      report(node, summary: "Wrong type", detail: "'\(name)' should be a text that is not empty.")
      return ""
    }
    return text
  }

  mutating func integer(_ node: YAMLNode?, name: String, range: ClosedRange<Int>) -> Int? {
    guard let node else { return nil }
    guard let value = node.json.integer, range.contains(value) else {
      report(
        node, summary: "Wrong value",
        detail:
          "'\(name)' should be a whole number from \(range.lowerBound) to \(range.upperBound)\(seen(node)).")
      return nil
    }
    return value
  }

  mutating func number(_ node: YAMLNode?, name: String, range: ClosedRange<Double>) -> Double? {
    guard let node else { return nil }
    guard let value = node.json.double, range.contains(value) else {
      report(
        node, summary: "Wrong value",
        detail: "'\(name)' should be a number from \(range.lowerBound) to \(range.upperBound)\(seen(node)).")
      return nil
    }
    return value
  }

  mutating func flag(_ node: YAMLNode?, name: String) -> Bool? {
    guard let node else { return nil }
    guard let value = node.json.bool else {
      report(node, summary: "Wrong value", detail: "'\(name)' should be true or false\(seen(node)).")
      return nil
    }
    return value
  }

  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ node: YAMLNode?, type: Choice.Type, name: String
  ) -> Choice? where Choice.RawValue == String {
    guard let node else { return nil }
    guard let text = node.text, let value = Choice(rawValue: text) else {
      let allowed = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      report(node, summary: "Wrong value", detail: "'\(name)' should be one of: \(allowed)\(seen(node)).")
      return nil
    }
    return value
  }

  private mutating func choices<Choice: RawRepresentable & CaseIterable>(
    _ node: YAMLNode?, type: Choice.Type, name: String
  ) -> [Choice] where Choice.RawValue == String {
    list(node, name: name).compactMap { choice($0, type: type, name: name) }
  }

  mutating func names(_ node: YAMLNode?, name: String) -> [String] {
    list(node, name: name).compactMap { element in
      if element.text == nil {
        report(element, summary: "Wrong type", detail: "'\(name)' should be a list of names.")
      }
      return element.text
    }
  }

  mutating func list(_ node: YAMLNode?, name: String) -> [YAMLNode] {
    guard let node else { return [] }
    guard let elements = node.elements else {
      report(node, summary: "Wrong type", detail: "'\(name)' should be a list\(seen(node)).")
      return []
    }
    return elements
  }

  private mutating func keys(_ node: YAMLNode?, known: Set<String>, name: String) -> [String]? {
    node.map { node in list(node, name: name).compactMap { key($0, known: known, name: name) } }
  }

  private mutating func key(_ node: YAMLNode, known: Set<String>, name: String) -> String? {
    guard let text = node.text, known.contains(text) else {
      let hint = node.text.map { Spelling.hint(for: $0, among: known.sorted()) }
      report(
        node, summary: "Unknown agent",
        detail:
          "'\(name)' names \(node.text.map { "'\($0)', which" } ?? "something that") is not under 'agents:'.\(hint ?? "") Expected one of: \(known.sorted().joined(separator: ", "))."
      )
      return nil
    }
    return text
  }

  func seen(_ node: YAMLNode) -> String {
    node.text.map { "; here is '\($0)'" } ?? ""
  }

  mutating func report(_ node: YAMLNode, summary: String, detail: String) {
    report(at: node.position, summary: summary, detail: detail)
  }

  mutating func report(at position: SourcePosition, summary: String, detail: String) {
    diagnostics.append(
      Diagnostic(
        code: "crew." + summary.lowercased().replacing(" ", with: "-"), summary: summary, detail: detail,
        range: SourceRange(file: file, start: position)))
  }
}
