import Basics
import CurlHTTP

/// Ollama's own `/api/chat`, whose pieces are lines of JSON.
struct OllamaWire: Wire {
  let path = "/api/chat"
  let isEventStream = false

  func headers(_ key: APIKey?, keyHeader: String?) -> [HTTPHeader] {
    guard let key else { return [] }
    return [
      keyHeader.map { HTTPHeader($0, key.header("")) } ?? HTTPHeader("Authorization", key.header("Bearer "))
    ]
  }

  func body(_ request: ModelRequest, settings: ModelSettings) -> JSONValue {
    let system: [JSONValue] =
      request.system.isEmpty ? [] : [["role": "system", "content": .string(request.system)]]
    var options = [JSONMember("num_predict", .integer(request.maximumTokens))]
    // Without it Ollama cuts a long prompt off and says nothing.
    if let length = settings.contextLength { options.append(JSONMember("num_ctx", .integer(length))) }
    if let temperature = request.temperature {
      options.append(JSONMember("temperature", .number(temperature)))
    }
    if let seed = request.seed { options.append(JSONMember("seed", .integer(seed))) }
    if !request.stop.isEmpty {
      options.append(JSONMember("stop", .array(request.stop.map(JSONValue.string))))
    }
    var members = [
      JSONMember("model", .string(settings.name.model)),
      JSONMember("messages", .array(system + request.messages.map(message))),
      JSONMember("stream", .bool(request.streams)), JSONMember("options", .object(options)),
    ]
    if !request.tools.isEmpty {
      members.append(
        JSONMember(
          "tools",
          .array(
            request.tools.map {
              [
                "type": "function",
                "function": [
                  "name": .string($0.name), "description": .string($0.description),
                  "parameters": $0.parameters,
                ],
              ]
            })))
    }
    if let format = request.format, settings.hasNativeStructure {
      members.append(JSONMember("format", format.schema))
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
                  "function": [
                    "name": .string($0.name), "arguments": JSONValue.document($0.arguments) ?? [:],
                  ]
                ]
              })))
      }
      return .object(members)
    case .toolResult(_, let name, let text, _):
      return ["role": "tool", "tool_name": .string(name), "content": .string(text)]
    }
  }

  func read(_ document: JSONValue, into answer: inout AnswerInProgress) throws(ModelError) {
    guard document["message"] != nil || document["done"] != nil else {
      throw ModelError.malformed("it has no 'message'")
    }
    try read(event: document, into: &answer)
    answer.isEnded = true
  }

  func read(event: JSONValue, into answer: inout AnswerInProgress) throws(ModelError) {
    if let error = event["error"] { throw ModelError.reported(error) }
    let message = event["message"]
    answer.append(message?["content"]?.string ?? "")
    for call in message?["tool_calls"]?.array ?? [] {
      let function = call["function"]
      let arguments = function?["arguments"]
      answer.append(
        toCall: answer.callCount, id: nil, name: function?["name"]?.string,
        arguments: arguments?.string ?? arguments?.compact ?? "{}")
    }
    guard event["done"]?.bool == true else { return }
    answer.isEnded = true
    answer.finish = event["done_reason"]?.string == "length" ? .length : .stop
    if let output = event["eval_count"]?.integer {
      answer.usage = TokenUsage(input: event["prompt_eval_count"]?.integer ?? 0, output: output)
    }
  }
}
