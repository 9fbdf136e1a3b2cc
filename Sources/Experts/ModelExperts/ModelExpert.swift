import Experts
import Basics
import LanguageModels
import Vocabulary

/// A language model that answers for an agent, by the prompts of the crew and held to its forms.
package struct ModelExpert: Expert {
  package let identity: ExpertIdentity
  /// Who it answers for, where the step does not say.
  let agent: AgentProfile
  let conversation: AgentConversation
  let prompts: PromptBook
  let forms: AnswerForms
  let desk: any ReferenceDesk
  let workbench: any Workbench

  /// - Parameters:
  ///   - agent: who it answers for.
  ///   - reason: why this model, in a few words, for the report.
  ///   - observe: hears the answers while they grow.
  /// - Throws: `DiagnosticsError` where a prompt is missing or asks for what no step has: before anything is paid for.
  package init(
    agent: AgentProfile, model: any LanguageModel, options: ModelOptions, prompts: PromptBook,
    desk: any ReferenceDesk, workbench: any Workbench, tools: [any AgentTool] = [], reason: String? = nil,
    observe: @escaping @Sendable (ModelEvent) -> Void = { _ in }
  ) throws {
    identity = ExpertIdentity(agent: agent.key, kind: .model, model: model.name.description, reason: reason)
    conversation = AgentConversation(
      model: model, options: options, prompts: prompts, tools: tools, observe: observe)
    self.agent = agent
    self.prompts = prompts
    self.desk = desk
    self.workbench = workbench
    forms = try AnswerForms()
    try prompts.check(Self.needs + tools.map(Self.need))
    _ = try prompts.role(agent)
  }

  private static func need(_ tool: any AgentTool) -> (name: String, values: [String]) {
    tool.foreign == nil ? ("tools/\(tool.name)", []) : ("tools/foreign", ["server", "words"])
  }

  /// What each of the `candidates` has.
  private static let candidate = ["label", "draft", "evidence"]

  private static let needs: [(name: String, values: [String])] = [
    ("steps/brief", ["request"]),
    ("steps/draft", ["request", "brief", "priority", "schemas", "reference", "providers", "kubernetes"]),
    (
      "steps/revision",
      ["request", "brief", "priority", "schemas", "providers", "draft", "evidence", "objections"]
    ),
    ("steps/objections", ["brief", "focus", "candidates"] + candidate),
    ("steps/ballot", ["brief", "focus", "candidates"] + candidate),
    ("steps/change", ["files"]), ("steps/repair", ["faults"]),
    ("steps/repair-draft", ["faults", "lines", "accepted", "same"]),
    ("tools/enough", []),
    ("tools/unknown", ["name", "names"]), ("tools/arguments", ["name", "faults"]),
    ("tools/failed", ["name", "reason"]),
  ]

  /// One structured answer, asked for again once where it does not fit.
  /// - Parameters:
  ///   - form: what the answer has to fit.
  ///   - sent: the same with what exists in this very call; what is near to it is read, and what is not is the business of
  ///     `wish`.
  ///   - check: what else is wrong with a document that fits its form, a sentence each.
  ///   - wish: what is sent back once, and taken as it is where the second answer still has it.
  func document(
    _ form: AnswerFormat, sent: AnswerFormat? = nil, agent: AgentProfile, words: String,
    check: @escaping @Sendable (JSONValue) -> [String] = { _ in [] },
    wish: @escaping @Sendable (JSONValue) -> [String] = { _ in [] }
  ) async throws -> JSONValue {
    let answer = StructuredAnswer(sent ?? form, schema: form.schema, check: check, wish: wish)
    return try await answer.answer(
      to: try conversation.request(agent, words: words, limit: forms.limit(form)),
      ask: { try await conversation.answer($0) },
      repair: { try prompts.text("steps/repair", values: ["faults": .string($0)]) })
  }
}
