import Basics
import CrewFile
import LanguageModels
import Trust
import Vocabulary

/// Chooses who answers for each agent: the flag, then the crew file, then a key or an address in the environment, then a server of
/// Ollama's on this machine, then the handbook. What is chosen is never changed afterwards: a model that fails has failed.
struct ModelChoice: Sendable {
  let resolution: ModelResolution
  let options: ModelRunOptions
  private let listing: ModelListing

  init(resolution: ModelResolution, options: ModelRunOptions, listing: ModelListing = ModelListing()) {
    self.resolution = resolution
    self.options = options
    self.listing = listing
  }

  /// For a run of a crew as its file stands.
  init(_ crew: TrustedCrew, options: ModelRunOptions, environment: [String: String]) throws {
    self.init(
      resolution: try ModelResolution(
        crew, environment: environment, allowsUnpriced: options.allowsUnpriced,
        isOffline: options.replay != nil),
      options: options)
  }

  private static let handbook = "handbook"

  /// By agent.
  /// - Throws: `DiagnosticsError` with the place of an agent's `llm` that cannot be had; `ModelError` where the flag's
  ///   model cannot.
  func answerers(_ crew: Crew) async throws -> [String: Answerer] {
    if let flag = options.model {
      let answerer = try answerer(flag, reason: "--model")
      return Dictionary(uniqueKeysWithValues: crew.agents.map { ($0.key, answerer) })
    }
    var answerers = try named(crew)
    guard answerers.count < crew.agents.count else { return answerers }
    let rest = try await unnamed()
    for agent in crew.agents where answerers[agent.key] == nil { answerers[agent.key] = rest }
    return answerers
  }

  /// Those of the agents that the crew file names a model for.
  /// - Throws: `DiagnosticsError` with the place of every `llm` that cannot be had.
  func named(_ crew: Crew) throws(DiagnosticsError) -> [String: Answerer] {
    var answerers: [String: Answerer] = [:]
    var faults: [Diagnostic] = []
    for agent in crew.agents {
      guard let llm = agent.llm else { continue }
      do throws(ModelError) {
        answerers[agent.key] = try answerer(llm, reason: "llm of '\(agent.key)'")
      } catch {
        faults.append(
          Diagnostic(
            code: error.code.rawValue, summary: error.summary,
            detail: "'llm: \(llm)' of '\(agent.key)': \(error.detail)", range: agent.range))
      }
    }
    guard faults.isEmpty else { throw DiagnosticsError(faults) }
    return answerers
  }

  /// The answerers of a run that is taken up again: those it began with.
  func answerers(_ experts: [ExpertIdentity]) throws -> [String: Answerer] {
    try Dictionary(
      uniqueKeysWithValues: experts.map { expert in
        guard expert.kind == .model else {
          return (expert.agent, Answerer(kind: .handbook, reason: expert.reason ?? "as the run began"))
        }
        return (expert.agent, try answerer(expert.model, reason: expert.reason ?? "as the run began"))
      })
  }

  private func answerer(_ text: String, reason: String) throws(ModelError) -> Answerer {
    if text == Self.handbook { return Answerer(kind: .handbook, reason: reason) }
    let name = try resolution.name(text)
    let settings = try resolution.settings(name)
    return Answerer(kind: options.replay == nil ? .model(settings) : .recorded(settings), reason: reason)
  }

  /// Who answers for an agent of which nobody says anything.
  private func unnamed() async throws -> Answerer {
    if let path = options.replay {
      guard let name = try Cassette.playing(path).models.first else {
        throw ModelError(
          .notRecorded, summary: "The cassette is empty", detail: "\(path) has no recorded answer.")
      }
      return Answerer(kind: .recorded(try resolution.settings(name)), reason: "recorded in \(path)")
    }
    for (provider, variable) in keyed {
      let settings = try resolution.provider(provider.name)
      let model: String?
      if let usual = usualModel(provider) {
        model = usual
      } else {
        model = try await listing.models(of: settings).first
      }
      guard let model else { continue }
      return Answerer(
        kind: .model(try resolution.settings(ModelName(provider: provider.name, model: model))),
        reason: Self.reason(variable))
    }
    return try await keyless()
  }

  /// The providers that the environment names by a key or an address, with the variable that does.
  var keyed: [(provider: KnownProvider, variable: String)] {
    resolution.catalog.providers.compactMap { provider in
      provider.sign(resolution.environment).map { (provider, $0) }
    }
  }

  static func reason(_ variable: String) -> String { "\(variable) is set" }

  /// What is asked of a provider at its own address; nil where its server has to say what it has.
  func usualModel(_ provider: KnownProvider) -> String? {
    provider.namedAddress(resolution.environment) == nil ? provider.defaultModel : nil
  }

  /// Who answers where no key and no address is set.
  func keyless() async throws -> Answerer {
    try await local() ?? Answerer(kind: .handbook, reason: "no model is configured")
  }

  /// The first model of a server of Ollama's that answers; nil where none does.
  private func local() async throws -> Answerer? {
    for provider in resolution.catalog.providers where provider.wire == .ollama {
      let settings = try resolution.provider(provider.name)
      let models: [String]
      do {
        models = try await listing.models(of: settings, within: .milliseconds(500))
      } catch let error as ModelError where [.unreachable, .timedOut].contains(error.code) {
        continue
      }
      guard let model = models.first else { continue }
      return Answerer(
        kind: .model(try resolution.settings(ModelName(provider: provider.name, model: model))),
        reason: "a server of Ollama's answers at \(settings.baseAddress)")
    }
    return nil
  }
}
