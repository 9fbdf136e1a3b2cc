import Basics
import Consultation
import CrewFile
import LanguageModels
import ModelExperts
import TaskGraph
import Vocabulary

/// What a run would ask and what that costs, before anything is asked.
package struct RunForecast: Sendable, Codable {
  /// The calls of one step by one model.
  package struct Step: Sendable, Codable {
    /// `brief`, `draft`, `objections`, `revision`, `ballot`.
    package var step: String
    package var model: String
    package var calls: Int
    /// As a rule, of all calls together.
    package var inputTokens: Int
    package var outputTokens: Int
    /// Where every answer is as long as its step allows.
    package var mostOutputTokens: Int
    /// US dollars; nil where nobody stated a price.
    package var dollars: Double?
    package var mostDollars: Double?
  }

  package var mode: Request.Mode
  package var steps: [Step]
  /// The crew's budget.
  package var dollars: Double
  package var tokens: Int
  package var calls: Int

  /// - Parameters:
  ///   - answerers: by agent; the handbook asks nobody.
  init(
    crew: Crew, mode: Request.Mode, answerers: [String: Answerer], sizes: [String: StepSize]
  ) throws {
    self.mode = mode
    (dollars, tokens, calls) = (crew.budget.dollars, crew.budget.tokens, crew.budget.calls)
    let graph = try ConsultationGraph.make(crew: crew, mode: mode, seed: "")
    let work = [("brief", crew.moderator)] + graph.nodes.compactMap { Self.work($0.payload, crew: crew) }
    var steps: [Step] = []
    for (step, agent) in work {
      guard let settings = answerers[agent]?.settings, let size = sizes[step] else { continue }
      let model = settings.name.description
      let usual = TokenUsage(input: size.prompt, output: size.answer)
      let longest = min(size.limit ?? settings.maximumTokens, settings.maximumTokens)
      let most = TokenUsage(input: size.prompt, output: longest)
      let index = steps.firstIndex { $0.step == step && $0.model == model } ?? steps.count
      if index == steps.count {
        let nothing = settings.price.map { _ in 0.0 }
        steps.append(
          Step(
            step: step, model: model, calls: 0, inputTokens: 0, outputTokens: 0, mostOutputTokens: 0,
            dollars: nothing, mostDollars: nothing))
      }
      steps[index].calls += 1
      steps[index].inputTokens += usual.input
      steps[index].outputTokens += usual.output
      steps[index].mostOutputTokens += most.output
      steps[index].dollars = settings.price.map { (steps[index].dollars ?? 0) + $0.dollars(usual) }
      steps[index].mostDollars = settings.price.map { (steps[index].mostDollars ?? 0) + $0.dollars(most) }
    }
    self.steps = steps
  }

  /// The step's name and who does it; nil where no agent is asked. The author of a revision is known only later: the first
  /// drafter stands for all.
  private static func work(_ node: StepNode, crew: Crew) -> (String, String)? {
    switch node {
    case .draft(_, let agent): ("draft", agent)
    case .objections(_, let agent): ("objections", agent)
    case .revision: crew.drafters.first.map { ("revision", $0) }
    case .ballot(let judge, _): ("ballot", judge)
    case .evidence, .gate, .settlement, .revisionEvidence, .outcome, .verdict: nil
    }
  }

  /// All calls together, as a rule; nil where one has no price.
  package var likelyDollars: Double? { Self.sum(steps.map(\.dollars)) }

  package var mostDollars: Double? { Self.sum(steps.map(\.mostDollars)) }

  package var likelyTokens: Int { steps.reduce(0) { $0 + $1.inputTokens + $1.outputTokens } }

  package var likelyCalls: Int { steps.reduce(0) { $0 + $1.calls } }

  private static func sum(_ parts: [Double?]) -> Double? {
    let known = parts.compactMap { $0 }
    return known.count == parts.count ? known.reduce(0, +) : nil
  }
}
