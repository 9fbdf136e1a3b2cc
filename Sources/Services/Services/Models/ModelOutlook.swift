import CrewFile
import LanguageModels

/// Who would answer, as far as it can be known without asking a provider: only Ollama's server is looked for, as the
/// choice itself does.
struct ModelOutlook: Sendable {
  let choice: ModelChoice

  /// One line: who answers for how many agents, and why.
  /// - Throws: what a run with this crew would throw before it asks anybody.
  func summary(_ crew: Crew) async throws -> String {
    let named = try choice.named(crew)
    var parts: [(words: String, agents: Int)] = []
    func add(_ name: String, reason: String, agents: Int) {
      parts.append(("\(name) (\(reason))", agents))
    }
    for agent in crew.agents {
      guard let answerer = named[agent.key] else { continue }
      add(answerer.settings?.name.description ?? "the handbook", reason: answerer.reason, agents: 1)
    }
    let others = crew.agents.count - named.count
    if others > 0 {
      let rest = try await unnamed()
      add(rest.name, reason: rest.reason, agents: others)
    }
    return parts.map { "\($0.words) answers for \($0.agents) of \(crew.agents.count) agents" }
      .joined(separator: ", ")
  }

  private func unnamed() async throws -> (name: String, reason: String) {
    if let (provider, variable) = choice.keyed.first {
      let reason = ModelChoice.reason(variable)
      guard let model = choice.usualModel(provider) else {
        let origin = try choice.resolution.provider(provider.name).origin
        return ("the first model that \(provider.name) lists at \(origin)", reason)
      }
      return (ModelName(provider: provider.name, model: model).description, reason)
    }
    let answerer = try await choice.keyless()
    return (answerer.settings?.name.description ?? "the handbook", answerer.reason)
  }
}
