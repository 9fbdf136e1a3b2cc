import Experts
import Basics
import LanguageModels
import Vocabulary

extension ModelExpert {
  /// What speaks against pieces of cost advice, from an agent's point of view. Only grave claims count: the arithmetic is
  /// not a model's to judge.
  /// - Parameter advice: a name and the facts of each.
  package func objections(
    toAdvice advice: [(name: String, facts: JSONValue)], for agent: AgentProfile
  ) async throws -> [(advice: String, reason: String)] {
    try prompts.check([("steps/advice", ["focus", "advice", "name", "facts"])])
    let words = try prompts.text(
      "steps/advice",
      values: [
        "focus": .string(agent.focus.map(\.rawValue).joined(separator: ", ")),
        "advice": .array(advice.map { ["name": .string($0.name), "facts": .string($0.facts.pretty)] }),
      ])
    let names = Set(advice.map(\.name))
    let sent = forms.objections.choosing(["objections", "against"], among: advice.map(\.name))
    let document = try await document(forms.objections, sent: sent, agent: agent, words: words)
    return (document["objections"]?.array ?? []).compactMap { entry in
      guard let against = entry["against"]?.string, names.contains(against),
        let claim = entry["claim"]?.string,
        let severity = entry["severity"]?.string.flatMap(Severity.init(rawValue:)), severity >= .high
      else { return nil }
      return (against, claim)
    }
  }
}
