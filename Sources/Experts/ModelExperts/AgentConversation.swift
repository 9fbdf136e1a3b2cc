import Experts
import Basics
import JSONSchema
import LanguageModels

/// One agent's talk with its model about one task: the calls, and the tools in between.
struct AgentConversation: Sendable {
  let model: any LanguageModel
  let options: ModelOptions
  let prompts: PromptBook
  let tools: [any AgentTool]
  let observe: @Sendable (ModelEvent) -> Void

  /// A tool's result that is longer than this is cut, in bytes: it is paid for again with every call after it.
  private static let longestResult = 24_000

  /// - Parameter limit: of the answer without thoughts, in tokens; nil for as long as the model allows.
  func request(_ agent: AgentProfile, words: String, limit: Int? = nil) throws -> ModelRequest {
    let longest = limit.map { $0 + (options.tuning.thinkingAllowance) } ?? options.maximumTokens
    return try fitted(
      ModelRequest(
        system: try prompts.role(agent), messages: [.user(words)],
        tools: try told(for: words), temperature: options.temperature, seed: options.seed,
        maximumTokens: min(longest, options.maximumTokens), tuning: options.tuning))
  }

  /// Our own tools, and of those of other servers the ones that the step may need.
  private func told(for words: String) throws -> [ModelTool] {
    let own = try tools.filter { $0.foreign == nil }.map {
      ModelTool(name: $0.name, description: try prompts.text("tools/\($0.name)"), parameters: $0.parameters)
    }
    let others = try tools.compactMap { tool in
      try tool.foreign.map { foreign in
        (
          tool: tool,
          told: ModelTool(
            name: tool.name,
            description: try prompts.text(
              "tools/foreign", values: ["server": .string(foreign.server), "words": .string(foreign.words)]),
            parameters: tool.parameters)
        )
      }
    }
    return own + ToolSelection(others).chosen(for: words)
  }

  /// As `runToolLoop(_:)` for callers that only want the answer.
  func answer(_ request: ModelRequest) async throws -> ModelResponse {
    try await runToolLoop(request).response
  }

  /// Asks until the model answers instead of calling a tool, and at most as often as the agent may. The answer's usage is
  /// that of all its calls.
  func runToolLoop(_ request: ModelRequest) async throws -> (response: ModelResponse, calls: Int) {
    var request = request
    var used = TokenUsage()
    for iteration in 1...max(1, options.maximumIterations) {
      if iteration == options.maximumIterations, iteration > 1 {
        request.tools = []
        request.messages.append(.user(try prompts.text("tools/enough")))
      }
      var response = try await whole(&request)
      used = used + response.usage
      if response.toolCalls.isEmpty || request.tools.isEmpty {
        response.usage = used
        return (response, iteration)
      }
      request.messages.append(.assistant(response.text, calls: response.toolCalls))
      for call in response.toolCalls { request.messages.append(try await result(of: call)) }
    }
    throw ModelError(
      .invalidAnswer, summary: "The agent used its calls up",
      detail: "After \(options.maximumIterations) calls (max_iter) there is still no answer.")
  }

  /// An answer that was cut off at the limit of its step is asked for once more with all the length there is: thoughts count
  /// as its length with many models, and nobody knows how long they are.
  private func whole(_ request: inout ModelRequest) async throws -> ModelResponse {
    let asked = try fitted(request)
    var used = TokenUsage()
    do {
      let response = try await model.respond(to: asked, observe: observe)
      guard response.finish == .length, asked.maximumTokens < options.maximumTokens else { return response }
      used = response.usage
    } catch let error as ModelError
      where error.code == .truncated && asked.maximumTokens < options.maximumTokens
    {
      observe(.retry(after: .zero, reason: error.detail))
    }
    observe(
      .retry(
        after: .zero,
        reason:
          "The answer was cut off at \(asked.maximumTokens) tokens; it is asked for with up to \(options.maximumTokens)."
      ))
    request.maximumTokens = options.maximumTokens
    var response = try await model.respond(to: try fitted(request), observe: observe)
    response.usage = response.usage + used
    return response
  }

  private func result(of call: ToolCall) async throws -> ModelMessage {
    func reply(_ text: String, isError: Bool) -> ModelMessage {
      .toolResult(id: call.id, name: call.name, text: text, isError: isError)
    }
    guard let tool = tools.first(where: { $0.name == call.name }) else {
      let names = tools.map(\.name).joined(separator: ", ")
      let words = try prompts.text(
        "tools/unknown", values: ["name": .string(call.name), "names": .string(names)])
      return reply(words, isError: true)
    }
    let arguments = JSONValue.document(call.arguments.isEmpty ? "{}" : call.arguments)
    let faults =
      arguments.map {
        JSONSchema(tool.parameters).violations(in: $0).map(\.description).joined(separator: " ")
      }
      ?? "they are no JSON."
    guard let arguments, faults.isEmpty else {
      let words = try prompts.text(
        "tools/arguments", values: ["name": .string(call.name), "faults": .string(faults)])
      return reply(words, isError: true)
    }
    do {
      return reply(Self.cut(try await tool.call(arguments)), isError: false)
    } catch {
      try Task.checkCancellation()
      let words = try prompts.text(
        "tools/failed", values: ["name": .string(call.name), "reason": .string("\(error)")])
      return reply(words, isError: true)
    }
  }

  /// The request with no longer an answer than its context leaves room for.
  private func fitted(_ request: ModelRequest) throws -> ModelRequest {
    guard let length = options.contextLength else { return request }
    var request = request
    let room = length - TokenEstimate.likely(request) * 11 / 10 - 64
    guard room >= 256 else {
      throw ModelError(
        .refused, summary: "The prompt does not fit",
        detail:
          "\(model.name) takes \(length) tokens, and the prompt alone has about \(TokenEstimate.likely(request))."
      )
    }
    request.maximumTokens = min(request.maximumTokens, room)
    return request
  }

  private static func cut(_ text: String) -> String {
    guard text.utf8.count > longestResult else { return text }
    return String(decoding: text.utf8.prefix(longestResult), as: UTF8.self) + "\n…"
  }
}
