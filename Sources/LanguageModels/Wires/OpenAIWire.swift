import Basics
import CurlHTTP

/// `/chat/completions` as OpenAI documents it and as many servers speak it.
struct OpenAIWire: Wire {
  let path = "/chat/completions"
  let isEventStream = true

  func headers(_ key: APIKey?, keyHeader: String?) -> [HTTPHeader] {
    guard let key else { return [] }
    return [
      keyHeader.map { HTTPHeader($0, key.header("")) } ?? HTTPHeader("Authorization", key.header("Bearer "))
    ]
  }

  func body(_ request: ModelRequest, settings: ModelSettings) -> JSONValue {
    var members = [JSONMember("model", .string(settings.name.model))]
    let system: [JSONValue] =
      request.system.isEmpty ? [] : [["role": "system", "content": .string(request.system)]]
    members.append(JSONMember("messages", .array(system + request.messages.map(message))))
    // OpenAI itself has retired `max_tokens`; the servers that imitate it know no other name.
    let isOpenAI = settings.provider.baseAddress.contains("api.openai.com")
    members.append(
      JSONMember(isOpenAI ? "max_completion_tokens" : "max_tokens", .integer(request.maximumTokens)))
    if let temperature = request.temperature {
      members.append(JSONMember("temperature", .number(temperature)))
    }
    if let seed = request.seed { members.append(JSONMember("seed", .integer(seed))) }
    if !request.stop.isEmpty {
      members.append(JSONMember("stop", .array(request.stop.map(JSONValue.string))))
    }
    if !request.tools.isEmpty { members.append(JSONMember("tools", .array(request.tools.map(tool)))) }
    if let format = request.format, settings.structuredOutput != .prompted {
      members.append(
        JSONMember(
          "response_format",
          settings.structuredOutput == .jsonObject
            ? ["type": "json_object", "schema": format.schema]
            : [
              "type": "json_schema",
              "json_schema": ["name": .string(format.name), "strict": true, "schema": format.schema],
            ]))
    }
    if request.streams {
      members.append(JSONMember("stream", true))
      members.append(JSONMember("stream_options", ["include_usage": true]))
    }
    return .object(members)
  }

  private func message(_ message: ModelMessage) -> JSONValue {
    switch message {
    case .user(let text): return ["role": "user", "content": .string(text)]
    case .assistant(let text, let calls):
      var members = [JSONMember("role", "assistant"), JSONMember("content", .string(text))]
      if !calls.isEmpty {
        members.append(
          JSONMember(
            "tool_calls",
            .array(
              calls.map {
                [
                  "id": .string($0.id), "type": "function",
                  "function": ["name": .string($0.name), "arguments": .string($0.arguments)],
                ]
              })))
      }
      return .object(members)
    case .toolResult(let id, _, let text, _):
      return ["role": "tool", "tool_call_id": .string(id), "content": .string(text)]
    }
  }

  private func tool(_ tool: ModelTool) -> JSONValue {
    [
      "type": "function",
      "function": [
        "name": .string(tool.name), "description": .string(tool.description), "parameters": tool.parameters,
      ],
    ]
  }

  func read(_ document: JSONValue, into answer: inout AnswerInProgress) throws(ModelError) {
    guard let choices = document["choices"]?.array else { throw ModelError.malformed("it has no 'choices'") }
    if let choice = choices.first {
      read(choice["message"], into: &answer)
      answer.finish = choice["finish_reason"]?.string.map(Self.reason)
    }
    read(usage: document["usage"], into: &answer)
    answer.isEnded = true
  }

  func read(event: JSONValue, into answer: inout AnswerInProgress) throws(ModelError) {
    if let error = event["error"] { throw ModelError.reported(error) }
    if let choice = event["choices"]?[0] {
      read(choice["delta"], into: &answer)
      if let reason = choice["finish_reason"]?.string { answer.finish = Self.reason(reason) }
    }
    read(usage: event["usage"], into: &answer)
    if answer.finish != nil { answer.isEnded = true }
  }

  private func read(_ message: JSONValue?, into answer: inout AnswerInProgress) {
    answer.append(message?["content"]?.string ?? "")
    for (place, call) in (message?["tool_calls"]?.array ?? []).enumerated() {
      answer.append(
        toCall: call["index"]?.integer ?? place, id: call["id"]?.string,
        name: call["function"]?["name"]?.string, arguments: call["function"]?["arguments"]?.string ?? "")
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
