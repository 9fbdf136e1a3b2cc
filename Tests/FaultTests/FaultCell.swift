import Basics
import Consultation
import CrewFile
import CurlHTTP
import Experts
import ModelExperts
import Foundation
import LanguageModels
import ScriptedServer
import Vocabulary

/// One run of two agents with one trouble in one phase.
struct FaultCell {
  let trouble: Trouble
  let phase: Phase

  /// How a run may end.
  enum Ending: String {
    case fine = "retried and fine"
    case agentFailed = "agent failed, the debate went on"
    case runFailed = "run failed with its reason"
  }

  struct Result {
    let ending: Ending
    let reason: String
    let seconds: Double
    let spent: Spending
    /// Requests that the server saw.
    let requests: Int
  }

  static let limits = BudgetLimits(dollars: 2, tokens: 400_000, calls: 60)
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path(percentEncoded: false)

  func run() async throws -> Result {
    let rules = Phase.allCases.map { ServerScript.Rule(match: $0.words, text: $0.answer) }
    let fault = trouble.fault.map { ServerScript.Rule(match: phase.words, times: trouble.times, fault: $0) }
    let server = try ScriptedServer((fault.map { [$0] } ?? []) + rules)
    let deaf = try ScriptedServer()
    deaf.stop()
    defer { server.stop() }
    let ledger = BudgetLedger(Self.limits)
    let live = model(server.address, ledger)
    let model: any LanguageModel =
      trouble.fault == nil
      ? DivertedModel(usual: live, other: self.model(deaf.address, ledger), words: phase.words) : live
    let clock = ContinuousClock()
    let start = clock.now
    let (ending, reason) = try await outcome(model)
    return Result(
      ending: ending, reason: reason, seconds: (clock.now - start) / .seconds(1), spent: ledger.spent,
      requests: server.bodies.count)
  }

  private func outcome(_ model: any LanguageModel) async throws -> (Ending, String) {
    let file = try CrewFile.load("\(Self.root)/agents.yaml")
    var crew = file.crew
    crew.drafters = ["architect", "security_reviewer"]
    crew.critics = ["security_reviewer"]
    crew.judges = ["architect", "security_reviewer"]
    crew.moderator = "architect"
    let book = try PromptBook(file.prompts)
    let checks = ScriptedChecks()
    var experts: [String: any Expert] = [:]
    for agent in crew.agents {
      experts[agent.key] = try ModelExpert(
        agent: AgentProfile(key: agent.key, role: agent.role), model: model,
        options: ModelOptions(maximumTokens: 1000, maximumIterations: 4), prompts: book, desk: checks,
        workbench: checks, tools: AgentTools(desk: checks, workbench: checks).named(["check"]))
    }
    let request = Request(text: "a bucket for reports")
    do {
      guard let moderator = experts[crew.moderator] else { return (.runFailed, "nobody moderates") }
      let brief = try await moderator.brief(for: request)
      let consultation = try Consultation(
        crew: crew, request: request, brief: brief, experts: experts, evidence: checks,
        journal: ForgetfulJournal(), weights: try .shipped())
      let outcome = try await consultation.run(limit: 4)
      let failure = outcome.failures.first.map { "\($0.step): \($0.reason)" }
      return failure.map { (.agentFailed, $0) } ?? (.fine, "")
    } catch {
      return (.runFailed, "\(error)")
    }
  }

  private func model(_ address: String, _ ledger: BudgetLedger) -> ProviderModel {
    let provider = ProviderSettings(
      name: "scripted", wire: .openai, baseAddress: "\(address)/v1",
      timeouts: HTTPTimeouts(
        connect: .seconds(2), firstByte: .seconds(5), idle: .milliseconds(700), total: .seconds(4)),
      retries: RetryPolicy(attempts: 3, firstDelay: .milliseconds(20)))
    return ProviderModel(
      settings: ModelSettings(
        name: ModelName(provider: "scripted", model: "m"), provider: provider,
        price: ModelPrice(input: 1, output: 2)), budget: ledger, gates: ProviderGates())
  }
}
