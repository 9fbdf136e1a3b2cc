import Basics
import CrewFile
import Experts

/// Chooses who answers for each agent.
struct ExpertChoice {
  let crew: Crew
  let workbench: any Workbench

  /// By agent. Throws where an agent asks for an expert that cannot be had: a model never becomes the handbook silently.
  func experts() throws -> [String: any Expert] {
    var experts: [String: any Expert] = [:]
    for agent in crew.agents {
      if let llm = agent.llm, llm != "handbook" {
        throw DiagnosticsError([
          Diagnostic(
            code: "crew.no-model", summary: "No such expert",
            detail:
              "'llm: \(llm)' of '\(agent.key)' names a language model; this version answers with 'handbook' only.",
            range: agent.range)
        ])
      }
      let profile = AgentProfile(
        key: agent.key, role: agent.role, priority: agent.priority, focus: agent.focus)
      experts[agent.key] = try HandbookExpert(
        profile: profile, workbench: workbench, edition: ConsiliumVersion.handbook)
    }
    return experts
  }
}
