import Advice
import Basics
import Trust
import CrewFile
import Evidence
import Experts
import ModelExperts
import FoundationEssentials
import LanguageModels
import Reporting
import Store
import Vocabulary

/// The agents of the crew that look at advice: by the handbook's objections, and by models where these are configured.
struct AdviceCrew: Sendable {
  private let agents: [AdviceReviewer]
  private let experts: [(agent: AgentProfile, expert: ModelExpert, seconds: Int)]
  private let faults = ReviewFaults()
  private let progress: @Sendable (String) -> Void
  /// A model sees what changed after its objections, and then no more.
  private static let rounds = 2
  /// More advice than this is not shown to a model at once.
  private static let shown = 20

  /// Without a crew file the usual two review.
  /// - Throws: where the crew file or a model of it cannot be had.
  init(
    _ request: AdviceRequest, installation: Installation, progress: @escaping @Sendable (String) -> Void
  ) async throws {
    self.progress = progress
    guard FileManager.default.fileExists(atPath: request.crewFile) else {
      agents = AdviceReviewer.standard
      experts = []
      return
    }
    let trusted = try installation.crew(request.crewFile)
    let file = trusted.file
    let chosen = file.crew.agents.filter { $0.focus.contains(.security) || $0.focus.contains(.reliability) }
    agents = chosen.map { AdviceReviewer(key: $0.key, role: $0.role, focus: $0.focus) }
    let answerers: [String: Answerer]
    do {
      answerers = try await ModelChoice(
        trusted, options: request.models, environment: installation.environment
      ).answerers(file.crew)
    } catch let error as ModelError where error.code != .configuration {
      // A night is not lost with its model: the handbook's objections are there, and the report says what is missing.
      for agent in agents { faults.note(agent.key, fault: "no model: \(error.detail)") }
      experts = []
      progress("models: \(error.detail)")
      return
    }
    let asks = chosen.contains { answerers[$0.key]?.usesModel == true }
    var experts: [(agent: AgentProfile, expert: ModelExpert, seconds: Int)] = []
    if asks {
      let store =
        request.models.cache == .off ? nil : try Store(path: request.store ?? installation.storeFile)
      let models = try RunModels(request.models, budget: file.crew.budget, store: store)
      let checks = try await ChecksFactory(installation: installation).make()
      let made = try ExpertChoice(
        crew: file.crew, prompts: file.prompts, workbench: checks.workbench, desk: checks.desk, memory: nil
      ).experts(answerers, models: models)
      for agent in chosen {
        guard let expert = made[agent.key] as? ModelExpert else { continue }
        experts.append(
          (
            AgentProfile(agent), expert, agent.maximumSeconds
          ))
      }
    }
    self.experts = experts
  }

  /// Who looked at the advice so far, and whose model failed.
  var reviewers: [AdviceReport.Reviewer] {
    let names = Dictionary(experts.map { ($0.agent.key, $0.expert.identity.model) }) { first, _ in first }
    return agents.map { agent in
      let by =
        faults[agent.key].map { "handbook alone (\($0))" } ?? names[agent.key].map { "handbook and \($0)" }
      return AdviceReport.Reviewer(key: agent.key, role: agent.role, answeredBy: by ?? "handbook")
    }
  }

  /// The advice on an estate after everybody looked at it.
  func reviewed(_ estate: Estate, adviser: Adviser, dismissed: Set<String>) async throws -> EstateAdvice {
    var options = AdviceOptions()
    options.reviewers = agents
    options.dismissed = dismissed
    var advice = adviser.advice(on: estate, options: options)
    var seen: Set<String> = []
    for _ in 0..<Self.rounds where !experts.isEmpty {
      let unseen = advice.recommendations.filter { $0.isSound && seen.insert($0.fingerprint).inserted }
      guard !unseen.isEmpty else { break }
      var hasObjections = false
      for (agent, expert, seconds) in experts {
        for start in stride(from: 0, to: unseen.count, by: Self.shown) {
          guard faults[agent.key] == nil else { continue }
          let part = unseen[start..<min(start + Self.shown, unseen.count)].map {
            ($0.fingerprint, Self.shown($0))
          }
          let claims: [(advice: String, reason: String)]
          do {
            claims = try await withTimeout(.seconds(seconds), error: Self.late(agent.key, seconds: seconds)) {
              try await expert.objections(toAdvice: part, for: agent).map { ($0.advice, $0.reason) }
            }
          } catch  where !(error is CancellationError) {
            let name = expert.identity.model
            let reason = (error as? ModelError)?.detail ?? "\(error)"
            faults.note(agent.key, fault: "\(name) failed: \(reason)")
            progress("\(agent.key): \(name) failed, the handbook's objections stand alone: \(reason)")
            continue
          }
          for claim in claims {
            hasObjections = true
            options.objections[claim.advice, default: []].append(
              AdviceObjection(
                by: agent.key, role: agent.role, answeredBy: expert.identity.model, rule: "model",
                reason: claim.reason))
          }
        }
      }
      guard hasObjections else { break }
      advice = adviser.advice(on: estate, options: options)
    }
    return advice
  }

  private static func late(_ agent: String, seconds: Int) -> ModelError {
    ModelError(
      .timedOut, summary: "An agent did not answer in time",
      detail: "'\(agent)' took longer than its max_execution_time of \(seconds) s.")
  }

  /// One advice as a model sees it: the facts, and the patch.
  private static func shown(_ advice: Recommendation) -> JSONValue {
    [
      "title": .string(advice.title), "resource": .string(advice.address),
      "action": .string(advice.action.rawValue),
      "evidence": .array(advice.evidence.map { .string($0) }), "formula": .string(advice.formula),
      "risk": .string(advice.risk.rawValue), "reversible": .bool(advice.isReversible),
      "steps": .array(advice.steps.map { .string($0) }),
      "patch": .string(advice.patch.map { $0.diff.isEmpty ? $0.edited : $0.diff } ?? ""),
    ]
  }
}
