import Basics
import CrewFile
import Experts
import ModelExperts
import Handbook
import LanguageModels
import Vocabulary

/// Makes the experts of a run from who was chosen to answer for each agent.
struct ExpertChoice: Sendable {
  let crew: Crew
  let prompts: [String: Prompt]
  let workbench: any Workbench
  let desk: any ReferenceDesk
  /// Nil where this machine remembers nothing.
  var memory: (any MemorySearch)?
  /// Tools of other servers.
  var foreign = ForeignTools.unasked
  /// Hears what a person should know of while models work.
  var notice: @Sendable (String) -> Void = { _ in }

  /// By agent. Throws where a prompt is missing or wrong, before anything is paid for.
  func experts(_ answerers: [String: Answerer], models: RunModels) throws -> [String: any Expert] {
    var experts: [String: any Expert] = [:]
    let usesModels = answerers.values.contains(where: \.usesModel)
    let book = usesModels ? try PromptBook(prompts) : nil
    for agent in crew.agents {
      let profile = AgentProfile(agent)
      guard let answerer = answerers[agent.key] else { continue }
      guard let book, let model = try models.model(answerer, for: agent) else {
        experts[agent.key] = try HandbookExpert(
          profile: profile, workbench: workbench, edition: ConsiliumVersion.handbook, reason: answerer.reason)
        continue
      }
      experts[agent.key] = try ModelExpert(
        agent: profile, model: model, options: options(answerer, agent: agent), prompts: book, desk: desk,
        workbench: workbench,
        tools: AgentTools(desk: desk, workbench: workbench, memory: memory).named(agent.tools)
          + foreign.named(agent),
        reason: answerer.reason,
        observe: { [notice] event in
          guard case .retry(let pause, let reason) = event else { return }
          let when =
            pause > .zero ? "asked again in \(Money.decimal(pause / .seconds(1), places: 1)) s" : "goes on"
          notice("\(agent.key): \(reason) \(when)")
        })
    }
    return experts
  }

  private func options(_ answerer: Answerer, agent: Agent) -> ModelOptions {
    guard let settings = answerer.settings else {
      return ModelOptions(maximumIterations: agent.maximumIterations)
    }
    return ModelOptions(
      maximumTokens: settings.maximumTokens, temperature: settings.temperature, seed: settings.seed,
      contextLength: settings.contextLength, maximumIterations: agent.maximumIterations,
      tuning: settings.tuning)
  }
}
