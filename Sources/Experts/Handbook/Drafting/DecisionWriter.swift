import Experts
import Basics
import Vocabulary

/// Says what a plan chose, why, and what else there was.
struct DecisionWriter {
  let plan: DraftPlan
  let priority: AgentProfile.Priority

  var decisions: [Decision] {
    var decisions: [Decision] = []
    for component in plan.components {
      for parameter in component.recipe.parameters where !parameter.decides.isEmpty {
        guard let choice = component.choices[parameter.name] else { continue }
        decisions.append(decision(component, parameter: parameter, choice: choice))
      }
    }
    return decisions
  }

  var summary: String {
    let names = plan.components.filter { $0.intent != nil }.map { $0.recipe.title.lowercased() }
    var counted: [(name: String, count: Int)] = []
    for name in names {
      if let index = counted.firstIndex(where: { $0.name == name }) {
        counted[index].count += 1
      } else {
        counted.append((name, 1))
      }
    }
    counted += plan.composed.map { ($0.type, 1) }
    let parts = counted.map { $0.count == 1 ? $0.name : "\($0.count) × \($0.name)" }
    let place = plan.components.contains { !$0.recipe.isKubernetes } ? " in \(plan.region)" : ""
    return "\(plan.title)\(place), \(priority.phrase): \(parts.joined(separator: ", "))."
  }

  /// What the plan leaves out against the dearest options, so that a reader need not find it.
  var notes: [String] {
    plan.components.flatMap { component -> [String] in
      component.recipe.parameters.compactMap { parameter in
        guard let choice = component.choices[parameter.name], choice.origin == .demanded else { return nil }
        return
          "\(parameter.decides) of \(component.label) is \(Parameter.text(choice.value)): \(choice.words)."
      }
    }
  }

  private func decision(
    _ component: DraftPlan.Component, parameter: Parameter, choice: DraftPlan.Choice
  ) -> Decision {
    let option = parameter.option(choice.value)
    let reason =
      switch choice.origin {
      case .asked:
        choice.words.isEmpty ? "The request implies it." : "The request asks for it: '\(choice.words)'."
      case .demanded: Self.sentence(choice.words)
      case .linked: "What it is joined to needs it."
      case .chosen: Self.sentence(option?.because ?? "it answers an objection")
      case .priority: Self.sentence("\(priority.phrase): \(option?.because ?? "it fits the priority")")
      case .standard: Self.sentence(option?.because ?? "the usual value")
      }
    return Decision(
      topic: DraftPlan.topic(component.label, parameter: parameter.name),
      choice: Parameter.text(choice.value),
      rationale: reason,
      alternatives: alternatives(parameter, choice: choice))
  }

  private func alternatives(_ parameter: Parameter, choice: DraftPlan.Choice) -> [String] {
    let chosen = parameter.options.firstIndex { $0.value == choice.value }
    return parameter.options.enumerated().compactMap { index, option in
      guard option.value != choice.value else { return nil }
      let isCheaper = chosen.map { index > $0 } ?? false
      let text = isCheaper && !option.loses.isEmpty ? "cheaper, but loses \(option.loses)" : option.because
      return "\(Parameter.text(option.value)): \(text)."
    }
  }

  private static func sentence(_ text: String) -> String {
    let body = text.prefix(1).uppercased() + text.dropFirst()
    return body.hasSuffix(".") ? body : body + "."
  }
}
