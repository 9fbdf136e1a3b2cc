import Basics
import CurlHTTP

/// Bedrock's `Converse`. As with Anthropic, a form is a tool whose input is the answer.
struct ConverseWire: Wire {
  let framing = WireFraming.frames
  let listingPath: String? = nil
  let headers: [HTTPHeader] = []
  /// Bedrock's own keys; requests without one are signed.
  let keyPlacement = (header: "Authorization", prefix: "Bearer ")

  func path(of model: ModelName, streams: Bool) -> String {
    "/model/\(AddressSegment.encoded(model.model))/" + (streams ? "converse-stream" : "converse")
  }

  func body(_ request: ModelRequest, settings: ModelSettings) -> JSONValue {
    var limits = [JSONMember("maxTokens", value: .integer(request.maximumTokens))]
    if let temperature = request.temperature {
      limits.append(JSONMember("temperature", value: .number(temperature)))
    }
    if !request.stop.isEmpty {
      limits.append(JSONMember("stopSequences", value: .array(request.stop.map(JSONValue.string))))
    }
    var members = [JSONMember("messages", value: .array(messages(request.messages)))]
    if !request.system.isEmpty {
      members.append(JSONMember("system", value: [["text": .string(request.system)]]))
    }
    members.append(JSONMember("inferenceConfig", value: .object(limits)))
    if let tools = tools(request, settings: settings) {
      members.append(JSONMember("toolConfig", value: tools))
    }
    // What thinks may not be made to call a tool, and a form is one.
    if let budget = request.tuning.budget, budget > 0, request.format == nil {
      members.append(
        JSONMember(
          "additionalModelRequestFields",
          value: ["thinking": ["type": "enabled", "budget_tokens": .integer(budget)]]))
    }
    return .object(members)
  }

  private func tools(_ request: ModelRequest, settings: ModelSettings) -> JSONValue? {
    var tools = request.tools.map {
      tool(name: $0.name, description: $0.description, schema: $0.parameters)
    }
    var choice: JSONValue?
    if let format = request.format, settings.structuredOutput != .prompted {
      choice = tools.isEmpty ? ["tool": ["name": .string(format.name)]] : ["any": [:]]
      tools.append(tool(name: format.name, description: "The answer.", schema: format.schema))
    }
    guard !tools.isEmpty else { return nil }
    return .object(
      [JSONMember("tools", value: .array(tools))]
        + (choice.map { [JSONMember("toolChoice", value: $0)] } ?? []))
  }

  private func tool(name: String, description: String, schema: JSONValue) -> JSONValue {
    [
      "toolSpec": [
        "name": .string(name), "description": .string(description), "inputSchema": ["json": schema],
      ]
    ]
  }

  private func messages(_ messages: [ModelMessage]) -> [JSONValue] {
    let turns = MessageTurns.of(messages, pieces: blocks)
    return turns.map { ["role": .string($0.role), "content": .array($0.pieces)] }
  }

  private func blocks(_ message: ModelMessage) -> (String, [JSONValue]) {
    switch message {
    case .user(let text): return ("user", [["text": .string(text)]])
    case .assistant(let text, let calls):
      let said: [JSONValue] = text.isEmpty ? [] : [["text": .string(text)]]
      let called = calls.map { call -> JSONValue in
        [
          "toolUse": [
            "toolUseId": .string(call.id), "name": .string(call.name),
            "input": JSONValue.document(call.arguments) ?? [:],
          ]
        ]
      }
      return ("assistant", said + called)
    case .toolResult(let id, _, let text, let isError):
      let result: JSONValue = [
        "toolUseId": .string(id), "content": [["text": .string(text)]],
        "status": isError ? "error" : "success",
      ]
      return ("user", [["toolResult": result]])
    }
  }

  func read(_ document: JSONValue, into answer: inout AnswerInProgress) throws(ModelError) {
    guard let blocks = document["output"]?["message"]?["content"]?.array else {
      throw ModelError.malformed("it has no 'output.message.content'")
    }
    for (index, block) in blocks.enumerated() {
      answer.append(block["text"]?.string ?? "")
      if let call = block["toolUse"] {
        answer.append(
          toCall: index, id: call["toolUseId"]?.string, name: call["name"]?.string,
          arguments: call["input"]?.compact ?? "{}")
      }
      answer.append(thought: block["reasoningContent"]?["reasoningText"]?["text"]?.string ?? "")
    }
    answer.finish = document["stopReason"]?.string.map(Self.reason)
    read(usage: document["usage"], into: &answer)
    answer.isEnded = true
  }

  /// A piece is an object with one member, the name of its event.
  func read(event: JSONValue, into answer: inout AnswerInProgress) throws(ModelError) {
    if ReportedError(in: event) != nil { throw ModelError.reported(event) }
    if let start = event["contentBlockStart"], let call = start["start"]?["toolUse"] {
      answer.append(
        toCall: start["contentBlockIndex"]?.integer, id: call["toolUseId"]?.string,
        name: call["name"]?.string, arguments: "")
    }
    if let piece = event["contentBlockDelta"], let delta = piece["delta"] {
      answer.append(delta["text"]?.string ?? "")
      answer.append(thought: delta["reasoningContent"]?["text"]?.string ?? "")
      if let input = delta["toolUse"]?["input"]?.string {
        answer.append(toCall: piece["contentBlockIndex"]?.integer, id: nil, name: nil, arguments: input)
      }
    }
    if let stop = event["messageStop"] {
      answer.finish = stop["stopReason"]?.string.map(Self.reason)
      answer.isEnded = true
    }
    read(usage: event["metadata"]?["usage"], into: &answer)
  }

  /// What was read from and written to the prompt cache is input besides.
  private func read(usage: JSONValue?, into answer: inout AnswerInProgress) {
    guard let usage, let input = usage["inputTokens"]?.integer else { return }
    let cached = usage["cacheReadInputTokens"]?.integer ?? 0
    answer.usage = TokenUsage(
      input: TokenUsage.counted(input) + TokenUsage.counted(cached)
        + TokenUsage.counted(usage["cacheWriteInputTokens"]?.integer ?? 0),
      output: usage["outputTokens"]?.integer ?? 0, cachedInput: cached)
  }

  private static func reason(_ text: String) -> FinishReason {
    switch text {
    case "end_turn", "stop_sequence": .stop
    case "max_tokens", "model_context_window_exceeded": .length
    case "tool_use": .toolCalls
    case "guardrail_intervened", "content_filtered": .contentFilter
    default: .other
    }
  }
}
