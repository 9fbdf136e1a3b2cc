import Basics

/// `/chat/completions` as OpenAI documents it and as many servers speak it.
struct OpenAIWire: ChatWire {
  let framing = WireFraming.events
  let listingPath: String? = "/models"

  func path(of model: ModelName, streams: Bool) -> String { "/chat/completions" }

  func body(_ request: ModelRequest, settings: ModelSettings) -> JSONValue {
    var members = [
      JSONMember("model", value: .string(settings.name.model)), messages(request),
      JSONMember(settings.provider.limitParameter, value: .integer(request.maximumTokens)),
    ]
    if let effort = request.tuning.effort {
      members.append(JSONMember("reasoning_effort", value: .string(effort.rawValue)))
    }
    if let tier = request.tuning.serviceTier {
      members.append(JSONMember("service_tier", value: .string(tier)))
    }
    members += sampling(request)
    members += tools(request)
    if let format = request.format, settings.structuredOutput != .prompted {
      members.append(
        JSONMember(
          "response_format",
          value: settings.structuredOutput == .jsonObject
            ? ["type": "json_object", "schema": format.schema]
            : [
              "type": "json_schema",
              "json_schema": ["name": .string(format.name), "strict": true, "schema": format.schema],
            ]))
    }
    if request.streams {
      members.append(JSONMember("stream", value: true))
      members.append(JSONMember("stream_options", value: ["include_usage": true]))
    }
    return .object(members)
  }

  func call(_ call: ToolCall) -> JSONValue {
    [
      "id": .string(call.id), "type": "function",
      "function": ["name": .string(call.name), "arguments": .string(call.arguments)],
    ]
  }

  func toolResult(id: String, name: String, text: String) -> JSONValue {
    ["role": "tool", "tool_call_id": .string(id), "content": .string(text)]
  }

  func read(_ document: JSONValue, into answer: inout AnswerInProgress) throws(ModelError) {
    guard document["choices"]?.array != nil else { throw ModelError.malformed("it has no 'choices'") }
    try read(event: document, into: &answer)
    answer.isEnded = true
  }

  func read(event: JSONValue, into answer: inout AnswerInProgress) throws(ModelError) {
    if ReportedError(in: event) != nil { throw ModelError.reported(event) }
    if let choice = event["choices"]?[0] {
      read(choice["delta"] ?? choice["message"], into: &answer)
      if let reason = choice["finish_reason"]?.string { answer.finish = Self.reason(reason) }
    }
    read(usage: event["usage"], into: &answer)
    if answer.finish != nil { answer.isEnded = true }
  }

  private func read(_ message: JSONValue?, into answer: inout AnswerInProgress) {
    read(content: message?["content"], into: &answer)
    answer.append(refusal: message?["refusal"]?.string ?? "")
    answer.append(thought: (message?["reasoning_content"] ?? message?["reasoning"])?.string ?? "")
    for call in message?["tool_calls"]?.array ?? [] {
      let arguments = call["function"]?["arguments"]
      answer.append(
        toCall: call["index"]?.integer, id: call["id"]?.string, name: call["function"]?["name"]?.string,
        // Some servers send the object itself.
        arguments: arguments?.string ?? arguments.flatMap { $0.object == nil ? nil : $0.compact } ?? "")
    }
  }

  /// A text, or parts of which some may be thoughts, as Mistral's reasoning models send them.
  private func read(content: JSONValue?, into answer: inout AnswerInProgress) {
    answer.append(content?.string ?? "")
    for part in content?.array ?? [] {
      switch part["type"]?.string {
      case "text", "output_text": answer.append(part["text"]?.string ?? "")
      case "refusal": answer.append(refusal: part["refusal"]?.string ?? "")
      case "thinking", "reasoning": answer.append(thought: part.compact)
      default: break
      }
    }
  }

  private func read(usage: JSONValue?, into answer: inout AnswerInProgress) {
    guard let input = usage?["prompt_tokens"]?.integer else { return }
    answer.usage = TokenUsage(
      input: input, output: usage?["completion_tokens"]?.integer ?? 0,
      cachedInput: usage?["prompt_tokens_details"]?["cached_tokens"]?.integer ?? 0)
  }

  private static func reason(_ text: String) -> FinishReason {
    switch text {
    case "stop": .stop
    case "length": .length
    case "tool_calls", "function_call": .toolCalls
    case "content_filter": .contentFilter
    default: .other
    }
  }
}
