import Basics

/// Ollama's own `/api/chat`, whose pieces are lines of JSON.
struct OllamaWire: ChatWire {
  let framing = WireFraming.lines
  let listingPath: String? = "/api/tags"

  func path(of model: ModelName, streams: Bool) -> String { "/api/chat" }

  func body(_ request: ModelRequest, settings: ModelSettings) -> JSONValue {
    var options = [JSONMember("num_predict", value: .integer(request.maximumTokens))]
    options.append(
      JSONMember("num_ctx", value: .integer(Self.context(for: request, longest: settings.contextLength))))
    options += sampling(request)
    var members = [
      JSONMember("model", value: .string(settings.name.model)), messages(request),
      JSONMember("stream", value: .bool(request.streams)), JSONMember("options", value: .object(options)),
    ]
    members += tools(request)
    if let budget = request.tuning.budget { members.append(JSONMember("think", value: .bool(budget > 0))) }
    if let format = request.format, settings.structuredOutput != .prompted {
      members.append(JSONMember("format", value: format.schema))
    }
    return .object(members)
  }

  /// What has to be set aside for a request and its answer, in tokens: without it Ollama cuts a long prompt off at 4,096
  /// tokens or so and says nothing, and the whole length of a model that takes much may not fit into memory. Powers of two,
  /// because the model is loaded anew whenever it changes.
  private static func context(for request: ModelRequest, longest: Int?) -> Int {
    let need = TokenEstimate.likely(request) * 5 / 4 + request.maximumTokens
    var context = 4096
    while context < need, context < 1 << 24 { context *= 2 }
    return longest.map { min($0, context) } ?? context
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
    if ReportedError(in: event) != nil { throw ModelError.reported(event) }
    let message = event["message"]
    answer.append(thought: message?["thinking"]?.string ?? "")
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
    answer.isOnlyLoaded = event["done_reason"]?.string == "load"
    answer.finish = event["done_reason"]?.string == "length" ? .length : .stop
    if let output = event["eval_count"]?.integer {
      answer.usage = TokenUsage(input: event["prompt_eval_count"]?.integer ?? 0, output: output)
    }
  }
}
