import Basics
import FoundationEssentials
import LanguageModels
import Store
import TaskGraph

/// The work on the rooms that a real run uses: the task graph, a provider's model with its limits and budget, and the
/// journal in which every answer is durable before it is used.
struct Bench: Sendable {
  private let options: BenchmarkOptions
  private let work: WorkFile
  private let model: ProviderModel
  private let journal: BenchJournal

  init(options: BenchmarkOptions, work: WorkFile) throws {
    self.options = options
    self.work = work
    let provider = ProviderSettings(
      name: "bench", wire: .openai, baseAddress: options.address, key: APIKey("mock"),
      limits: ProviderLimits(concurrency: 4096))
    let settings = ModelSettings(
      name: ModelName(provider: "bench", model: work.model), provider: provider,
      price: ModelPrice(input: 0.15, output: 0.6))
    model = ProviderModel(settings: settings, budget: BudgetLedger(BudgetLimits(dollars: 1_000_000)))
    journal = BenchJournal(isOn: options.journals)
  }

  func remove() { journal.remove() }

  /// One call, its answer journalled before anybody gets it.
  private func ask(_ role: WorkFile.Role, _ prompt: String, _ run: BenchJournal.Run, _ key: String)
    async throws -> String
  {
    let request = ModelRequest(
      system: role.system, messages: [.user(prompt)], maximumTokens: 1024, streams: false)
    let response = try await model.respond(to: request)
    try await journal.keep(response.text, run: run, key: key)
    return response.text
  }

  private enum Turn: Sendable {
    case agent(round: Int, place: Int)
    case moderator
  }

  private func roleName(_ place: Int) -> String { work.roles[place % work.roles.count].name }

  /// One consultation; its seconds.
  func consult() async throws -> Double {
    let start = Measure.now
    let run = journal.begin()
    var nodes: [TaskGraph<Turn>.Node] = []
    for round in 1...options.rounds {
      let before = round > 1 ? (0..<options.agents).map { "\(round - 1)/\($0)" } : []
      for place in 0..<options.agents {
        nodes.append(
          .init(id: "\(round)/\(place)", after: before, payload: .agent(round: round, place: place)))
      }
    }
    let last = (0..<options.agents).map { "\(options.rounds)/\($0)" }
    nodes.append(.init(id: "moderator", after: last, payload: .moderator))
    let outcomes = await (try TaskGraph(nodes)).walk(limit: options.agents) { node, inputs in
      try await turn(node.payload, node.id, inputs, run)
    }
    try check(outcomes["moderator"])
    return Measure.now - start
  }

  private func turn(
    _ turn: Turn, _ key: String, _ inputs: [String: String], _ run: BenchJournal.Run
  ) async throws -> String {
    func answers(_ round: Int, without place: Int? = nil) -> [(role: String, text: String)] {
      (0..<options.agents).filter { $0 != place }.map { (roleName($0), inputs["\(round)/\($0)"] ?? "") }
    }
    switch turn {
    case .agent(let round, let place):
      let role = work.roles[place % work.roles.count]
      guard round > 1 else { return try await ask(role, work.firstPrompt(), run, key) }
      let others = work.positions(answers(round - 1, without: place))
      let own = inputs["\(round - 1)/\(place)"] ?? ""
      return try await ask(role, work.revision(own: own, others: others), run, key)
    case .moderator:
      return try await ask(work.moderator, work.synthesis(work.positions(answers(options.rounds))), run, key)
    }
  }

  func concurrentConsultations() async throws -> [Double] {
    try await withThrowingTaskGroup(of: Double.self) { group in
      for _ in 0..<options.concurrency { group.addTask { try await consult() } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
  }

  /// Independent calls and one that takes all of them.
  func tasks() async throws {
    let run = journal.begin()
    let limit = options.limit > 0 ? options.limit : options.tasks
    let outcomes = await (try graph()).walk(limit: limit) { node, inputs in
      guard let number = node.payload else {
        let texts = (0..<options.tasks).map { String((inputs["\($0)"] ?? "").prefix(40)) }
        return try await ask(work.moderator, work.fanIn(texts.joined(separator: "\n")), run, node.id)
      }
      return try await ask(work.worker, work.task(number), run, node.id)
    }
    try check(outcomes["all"])
  }

  /// Answers streamed at the same time, each taken as it comes.
  func streams() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<options.tasks {
        group.addTask {
          let request = ModelRequest(
            system: work.worker.system, messages: [.user(work.task(number))], maximumTokens: 1024)
          let response = try await model.respond(to: request)
          guard response.text.hasPrefix("Position ") else { throw WrongAnswer() }
        }
      }
      try await group.waitForAll()
    }
  }

  func emptyTasks() async throws {
    let outcomes: [String: TaskOutcome<Int>] = await (try graph()).walk(limit: options.tasks) { _, inputs in
      1 + inputs.count
    }
    guard outcomes["all"]?.result == options.tasks + 1 else { throw WrongAnswer() }
  }

  /// Tasks with their number, and the one that waits for all of them.
  private func graph() throws -> TaskGraph<Int?> {
    let tasks = (0..<options.tasks).map { TaskGraph<Int?>.Node(id: "\($0)", payload: $0) }
    return try TaskGraph(tasks + [.init(id: "all", after: tasks.map(\.id), payload: nil)])
  }

  private struct WrongAnswer: Error {}

  private func check(_ outcome: TaskOutcome<String>?) throws {
    switch outcome {
    case .succeeded(let text) where text.hasPrefix("Position "): break
    case .failed(let error): throw error
    default: throw WrongAnswer()
    }
  }
}
