import Basics
import CrewFile
import CrewTasks
import Experts
import Reporting
import Synchronization
import TaskGraph
import Testing
import Vocabulary

/// A crew of two and a manager whose tasks a test writes down.
struct TaskPlace {
  static let agents = ["boss", "writer", "checker"]
  let plan: TaskPlan
  let experts: [String: ScriptedExpert]
  let journal = MemoryJournal()

  /// - Parameters:
  ///   - tasks: YAML below `tasks:`, indented by two.
  ///   - crew: YAML below `crew:`, indented by two.
  init(
    _ tasks: String, crew: String = "  process: sequential\n", delegates: [String] = [],
    _ scripts: [String: [(match: String, answer: ScriptedExpert.Answer)]] = [:]
  ) throws {
    plan = try Self.plan(tasks, crew: crew, delegates: delegates)
    experts = Dictionary(
      uniqueKeysWithValues: Self.agents.map { ($0, ScriptedExpert($0, scripts[$0] ?? [])) })
  }

  static func plan(_ tasks: String, crew: String = "  process: sequential\n", delegates: [String] = []) throws
    -> TaskPlan
  {
    let people = agents.map {
      "  \($0):\n    role: R\n    goal: G\n    backstory: B\n    allow_delegation: \(delegates.contains($0))\n"
    }
    let text = "crew:\n\(crew)agents:\n\(people.joined())tasks:\n\(tasks)"
    let file = try CrewFile.load(text, file: "agents.yaml", prompts: [])
    return try TaskPlan(file.crew, guardrails: GuardrailCatalog(workbench: NoWorkbench()))
  }

  static func task(_ key: String, agent: String? = "writer", _ more: String = "") -> String {
    "  \(key):\n    description: do \(key)\n    expected_output: a text\n"
      + (agent.map { "    agent: \($0)\n" } ?? "")
      + more.split(separator: "\n").map { "    \($0)\n" }.joined()
  }

  func run(
    inputs: [String: String] = [:], limit: Int = 4, person: @escaping AskPerson = { _ in nil }
  ) async throws -> [String: TaskReport] {
    let runner = TaskRunner(
      plan: plan, inputs: inputs, experts: experts, journal: journal, person: person)
    let reports = try await runner.run(limit: limit)
    return Dictionary(uniqueKeysWithValues: reports.map { ($0.key, $0) })
  }

  /// Every answer of the script was asked for.
  func expectAllUsed() {
    for expert in experts.values {
      #expect(expert.unused.isEmpty, "\(expert.identity.agent) was never asked \(expert.unused)")
    }
  }
}

/// A journal that lasts as long as the test.
final class MemoryJournal: Journal {
  private let entries = Mutex<[String: JournalEntry]>([:])

  var keys: [String] { entries.withLock { $0.keys.sorted() } }

  func entry(_ key: String) async throws -> JournalEntry? { entries.withLock { $0[key] } }

  func keep(_ entry: JournalEntry, under key: String) async throws {
    entries.withLock { $0[key] = entry }
  }
}

/// For tasks whose results are no configurations.
struct NoWorkbench: Workbench {
  func examine(_ files: [Artifact], brief: Brief) -> Evidence {
    Evidence(
      validation: [], findings: [], price: PriceEstimate(priceBookDate: "", resources: []), coverage: [])
  }

  func remedy(_ finding: Finding, in files: [Artifact]) -> Remedied? { nil }

  func formatted(_ files: [Artifact]) -> [Artifact] { files }
}
