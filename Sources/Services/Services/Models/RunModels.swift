import Basics
import CrewFile
import CurlHTTP
import Experts
import LanguageModels
import Store

/// The models of one run: what they share is its budget, its journal of calls, the cache and a cassette.
struct RunModels: Sendable {
  let ledger: BudgetLedger
  let calls = RunCalls()
  private let options: ModelRunOptions
  private let cache: StoredAnswers?
  private let recording: Cassette?
  private let playing: Cassette?

  /// - Parameters:
  ///   - store: where the cache is; nil where no agent is answered by a model.
  ///   - spent: what the run used before it was taken up again.
  init(
    _ options: ModelRunOptions, budget: RunBudget, store: Store?, spent: Spending = Spending()
  ) throws(ModelError) {
    self.options = options
    ledger = BudgetLedger(
      BudgetLimits(
        dollars: budget.dollars, tokens: budget.tokens, calls: budget.calls,
        duration: .seconds(budget.minutes * 60)), spent: spent)
    cache = options.cache == .off ? nil : store.map(StoredAnswers.init)
    recording = try options.record.map { path throws(ModelError) in try Cassette.recording(to: path) }
    playing = try options.replay.map { path throws(ModelError) in try Cassette.playing(path) }
  }

  /// The models of a run that is taken up again: what its journalled calls cost is spent already.
  static func resumed(
    _ options: ModelRunOptions, answerers: [String: Answerer], budget: RunBudget, store: Store,
    journal: StoreJournal
  ) async throws -> RunModels {
    let prices = Dictionary(
      answerers.values.compactMap(\.settings).map { ($0.name, $0.price) },
      uniquingKeysWith: { first, _ in first })
    let spent = try await RunCalls.spending(journal) { prices[$0] ?? nil }
    let models = try RunModels(options, budget: budget, store: store, spent: spent)
    try await models.calls.begin(journal)
    return models
  }

  /// The model that answers for an agent; nil for the handbook.
  func model(_ answerer: Answerer, for agent: Agent) throws(ModelError) -> (any LanguageModel)? {
    switch answerer.kind {
    case .handbook: return nil
    case .recorded(let settings):
      guard let playing else {
        throw ModelError(
          .notRecorded, summary: "There is no cassette",
          detail: "\(settings.name) can only be played from a cassette.")
      }
      return ReplayingModel(name: settings.name, cassette: playing)
    case .model(let settings):
      var model: any LanguageModel = ProviderModel(settings: settings, budget: ledger)
      if let pace = agent.maximumRequestsPerMinute { model = PacedModel(model, requestsPerMinute: pace) }
      model = CachedModel(model, shelf: AgentCalls(calls: calls, agent: agent.key))
      if let cache { model = CachedModel(model, shelf: cache, miss: options.cache == .only ? .refuse : .ask) }
      if let recording { model = CachedModel(model, shelf: recording) }
      return model
    }
  }
}
