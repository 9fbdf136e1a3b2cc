import Basics
import Trust
import CrewFile
import LanguageModels

/// What is configured, reachable and priced, for `consilium models`.
package struct ModelSurvey: Sendable {
  /// A provider and its models.
  package struct Entry: Sendable, Codable {
    package var provider: String
    package var api: String
    /// Scheme, host and port.
    package var address: String
    /// `set`, `missing`, `not needed`, `by command`, `signed`.
    package var key: String
    package var isReachable: Bool
    /// Why it is not reachable; empty where it is.
    package var problem: String
    package var models: [Model]
  }

  package struct Model: Sendable, Codable {
    package var name: String
    /// US dollars for a million tokens; nil where nobody stated a price.
    package var input: Double?
    package var output: Double?
    package var contextLength: Int?
    /// Agents of the crew that it answers for.
    package var agents: [String]
  }

  private let crew: CrewFile
  private let resolution: ModelResolution
  private let listing = ModelListing()

  package init(installation: Installation, crewFile: String) throws {
    let trusted = try installation.crew(crewFile)
    crew = trusted.file
    resolution = try ModelResolution(trusted, environment: installation.environment)
  }

  /// Every provider that is configured, by the crew file, a key or a server that answers.
  package func entries() async throws -> [Entry] {
    let named =
      crew.models.map { String($0.name.prefix { $0 != "/" }) } + crew.crew.agents.compactMap(providerName)
    let offered = resolution.catalog.providers.filter { provider in
      provider.sign(resolution.environment) != nil || provider.wire == .ollama
    }.map(\.name)
    var seen: Set<String> = []
    var entries: [Entry] = []
    for name in named + offered where seen.insert(name).inserted {
      let entry = await entry(name)
      // A server of Ollama's that nobody configured and that is not there is none.
      if named.contains(name) || entry.isReachable || resolution.catalog.provider(name)?.wire != .ollama {
        entries.append(entry)
      }
    }
    return entries
  }

  private func providerName(_ agent: Agent) -> String? {
    agent.llm.flatMap { ModelName($0)?.provider ?? resolution.catalog.name(ofModel: $0)?.provider }
  }

  private func entry(_ name: String) async -> Entry {
    let settings: ProviderSettings
    do {
      settings = try resolution.provider(name)
    } catch {
      let known = resolution.catalog.provider(name)
      return Entry(
        provider: name, api: known?.wire.rawValue ?? "openai", address: known?.baseAddress.text ?? "",
        key: "missing",
        isReachable: false, problem: error.detail, models: models(of: name, listed: [], isLocal: false))
    }
    var entry = Entry(
      provider: name, api: settings.wire.rawValue, address: settings.origin,
      key: Self.key(settings), isReachable: true, problem: "", models: [])
    var listed: [String] = []
    do {
      listed = try await listing.models(of: settings)
    } catch {
      entry.isReachable = false
      entry.problem = (error as? ModelError)?.detail ?? "\(error)"
    }
    entry.models = models(of: name, listed: listed, isLocal: settings.isLocal)
    return entry
  }

  private static func key(_ settings: ProviderSettings) -> String {
    if settings.key != nil { return "set" }
    if settings.credentials != nil { return "signed" }
    return settings.keyCommand == nil ? "not needed" : "by command"
  }

  /// Those the crew names, those of which a price is known, and those of a local server.
  private func models(of provider: String, listed: [String], isLocal: Bool) -> [Model] {
    let defined = crew.models.compactMap { ModelName($0.name) }.filter { $0.provider == provider }.map(
      \.model)
    let used = crew.crew.agents.compactMap { $0.llm.flatMap(ModelName.init) }.filter {
      $0.provider == provider
    }
    .map(\.model)
    let priced = resolution.catalog.models.map(\.name).filter { $0.provider == provider && $0.model != "*" }
      .map(\.model).filter { listed.isEmpty || listed.contains($0) }
    var seen: Set<String> = []
    return (defined + used + (isLocal || priced.isEmpty ? listed : []) + priced).filter {
      seen.insert($0).inserted
    }
    .map { model in
      let name = ModelName(provider: provider, model: model)
      let settings = resolution.known(name, isLocal: isLocal)
      return Model(
        name: name.description, input: settings.price?.input, output: settings.price?.output,
        contextLength: settings.contextLength,
        agents: crew.crew.agents.filter { $0.llm == name.description }.map(\.key))
    }
  }
}
