import Basics

/// Ollama's own `/api/chat`, whose pieces are lines of JSON.
struct OllamaWire: ChatWire {
  let path = "/api/chat"
  let isEventStream = false

  func body(_ request: ModelRequest, settings: ModelSettings) -> JSONValue {
    var options = [JSONMember("num_predict", value: .integer(request.maximumTokens))]
    // Without it Ollama cuts a long prompt off and says nothing.
    if let length = settings.contextLength { options.append(JSONMember("num_ctx", value: .integer(length))) }
    options += sampling(request)
    var members = [
      JSONMember("model", value: .string(settings.name.model)), messages(request),
      JSONMember("stream", value: .bool(request.streams)), JSONMember("options", value: .object(options)),
    ]
    members += tools(request)
    if let format = request.format, settings.structuredOutput != .prompted {
      members.append(JSONMember("format", value: format.schema))
    }
    return .object(members)
  }

  func call(_ call: ToolCall) -> JSONValue {
    ["function": ["name": .string(call.name), "arguments": JSONValue.document(call.arguments) ?? [:]]]
  }

  func toolResult(id: String, name: String, text: String) -> JSONValue {
    ["role": "tool", "tool_name": .string(name), "content": .string(text)]
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
