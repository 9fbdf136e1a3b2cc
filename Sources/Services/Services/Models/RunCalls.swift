import Basics
import LanguageModels
import Reporting

/// A run's finished calls, each journalled before its answer is used: a run that is taken up again pays for none of them
/// twice, also where it stopped between two calls of one step.
actor RunCalls {
  private struct Call: Codable {
    /// Nil in journals of versions that did not note it.
    var agent: String?
    var model: String
    var answer: ModelResponse
  }

  /// Nil until the run is begun.
  private var journal: StoreJournal?
  /// What was asked before the run began: the brief.
  private var early: [(key: String, value: JSONValue, answer: ModelResponse)] = []

  private static let prefix = "call/"

  /// Keeps what was asked so far, and everything from now on.
  func begin(_ journal: StoreJournal) async throws {
    self.journal = journal
    for call in early { try await journal.keepOnce(call.value, under: call.key) }
    early = []
  }

  func answer(_ key: String) async throws -> ModelResponse? {
    let key = Self.prefix + key
    guard let journal else { return early.first { $0.key == key }?.answer }
    return try await journal.known(key)?.decoded(as: Call.self).answer
  }

  func keep(_ answer: ModelResponse, key: String, of model: ModelName, for agent: String) async throws {
    let key = Self.prefix + key
    let value = try JSONValue(
      encoding: Call(agent: agent, model: model.description, answer: answer))
    guard let journal else { return early.append((key, value, answer)) }
    try await journal.keepOnce(value, under: key)
  }

  /// What the journalled calls of a run cost.
  static func spending(
    _ journal: StoreJournal, price: (ModelName) -> ModelPrice?
  ) async throws -> Spending {
    var spent = Spending()
    for value in await journal.values(prefix: prefix) {
      let call = try value.decoded(as: Call.self)
      let price = ModelName(call.model).flatMap(price)
      spent.calls += 1
      spent.tokens += call.answer.usage.total
      spent.dollars += price?.dollars(call.answer.usage) ?? 0
      if price == nil { spent.unpricedCalls += 1 }
    }
    return spent
  }

  /// What the journalled calls of a run sent, by agent and model.
  static func sent(_ journal: StoreJournal) async throws -> [SentReport] {
    var sent: [String: SentReport] = [:]
    for value in await journal.values(prefix: prefix) {
      let call = try value.decoded(as: Call.self)
      let key = "\(call.agent ?? "") \(call.model)"
      var report =
        sent[key]
        ?? SentReport(agent: call.agent, model: call.model, calls: 0, inputTokens: 0, outputTokens: 0)
      report.calls += 1
      report.inputTokens += call.answer.usage.input
      report.outputTokens += call.answer.usage.output
      sent[key] = report
    }
    return sent.sorted { $0.key < $1.key }.map(\.value)
  }
}
