import Basics
import CurlHTTP

/// Google's `generateContent`, of Gemini's own service and of Vertex.
struct GeminiWire: Wire {
  let framing = WireFraming.events
  let listingPath: String? = "/models"
  let headers: [HTTPHeader] = []
  let keyPlacement = (header: "x-goog-api-key", prefix: "")

  func path(of model: ModelName, streams: Bool) -> String {
    "/models/\(model.model):" + (streams ? "streamGenerateContent?alt=sse" : "generateContent")
  }

  func body(_ request: ModelRequest, settings: ModelSettings) -> JSONValue {
    var members: [JSONMember] = []
    if !request.system.isEmpty {
      members.append(JSONMember("systemInstruction", value: ["parts": [["text": .string(request.system)]]]))
    }
    members.append(JSONMember("contents", value: .array(contents(request.messages))))
    if !request.tools.isEmpty {
      let functions = request.tools.map { tool -> JSONValue in
        [
          "name": .string(tool.name), "description": .string(tool.description),
          "parametersJsonSchema": tool.parameters,
        ]
      }
      members.append(JSONMember("tools", value: [["functionDeclarations": .array(functions)]]))
    }
    members.append(
      JSONMember("generationConfig", value: .object(configuration(request, settings: settings))))
    return .object(members)
  }

  private func configuration(_ request: ModelRequest, settings: ModelSettings) -> [JSONMember] {
    var members = [JSONMember("maxOutputTokens", value: .integer(request.maximumTokens))]
    if let temperature = request.temperature {
      members.append(JSONMember("temperature", value: .number(temperature)))
    }
    if let seed = request.seed { members.append(JSONMember("seed", value: .integer(seed))) }
    if !request.stop.isEmpty {
      members.append(JSONMember("stopSequences", value: .array(request.stop.map(JSONValue.string))))
    }
    // The service takes a form or functions, never both; the answer is validated here in any case.
    if let format = request.format, request.tools.isEmpty, settings.structuredOutput != .prompted {
      members.append(JSONMember("responseMimeType", value: "application/json"))
      members.append(JSONMember("responseJsonSchema", value: format.schema))
    }
    if let budget = request.tuning.budget {
      members.append(JSONMember("thinkingConfig", value: ["thinkingBudget": .integer(budget)]))
    }
    return members
  }

  private func contents(_ messages: [ModelMessage]) -> [JSONValue] {
    let turns = MessageTurns.of(messages, pieces: parts)
    return turns.map { ["role": .string($0.role), "parts": .array($0.pieces)] }
  }

  private func parts(_ message: ModelMessage) -> (String, [JSONValue]) {
    switch message {
    case .user(let text): return ("user", [["text": .string(text)]])
    case .assistant(let text, let calls):
      let said: [JSONValue] = text.isEmpty ? [] : [["text": .string(text)]]
      let called = calls.map { call -> JSONValue in
        ["functionCall": ["name": .string(call.name), "args": JSONValue.document(call.arguments) ?? [:]]]
      }
      return ("model", said + called)
    case .toolResult(_, let name, let text, let isError):
      let key = isError ? "error" : "result"
      return (
        "user",
        [
          [
            "functionResponse": [
              "name": .string(name), "response": .object([JSONMember(key, value: .string(text))]),
            ]
          ]
        ]
      )
    }
  }

  func read(_ document: JSONValue, into answer: inout AnswerInProgress) throws(ModelError) {
    guard document["candidates"] != nil || document["promptFeedback"] != nil else {
      throw ModelError.malformed("it has no 'candidates'")
    }
    try read(event: document, into: &answer)
    answer.isEnded = true
  }

  func read(event: JSONValue, into answer: inout AnswerInProgress) throws(ModelError) {
    if ReportedError(in: event) != nil { throw ModelError.reported(event) }
    if let reason = event["promptFeedback"]?["blockReason"]?.string {
      answer.append(refusal: "the request was blocked (\(reason))")
      answer.finish = .contentFilter
      answer.isEnded = true
    }
    let candidate = event["candidates"]?[0]
    for part in candidate?["content"]?["parts"]?.array ?? [] {
      if let call = part["functionCall"] {
        answer.append(
          toCall: answer.callCount, id: call["id"]?.string, name: call["name"]?.string,
          arguments: call["args"]?.compact ?? "{}")
      } else if part["thought"]?.bool == true {
        answer.append(thought: part["text"]?.string ?? "")
      } else {
        answer.append(part["text"]?.string ?? "")
      }
    }
    if let reason = candidate?["finishReason"]?.string {
      answer.finish = Self.reason(reason)
      answer.isEnded = true
      if answer.finish == .contentFilter { answer.append(refusal: "the answer was stopped (\(reason))") }
    }
    read(usage: event["usageMetadata"], into: &answer)
  }

  /// Thoughts are paid for like the answer.
  private func read(usage: JSONValue?, into answer: inout AnswerInProgress) {
    guard let input = usage?["promptTokenCount"]?.integer else { return }
    let output = usage?["candidatesTokenCount"]?.integer ?? 0
    answer.usage = TokenUsage(
      input: input, output: output + (usage?["thoughtsTokenCount"]?.integer ?? 0),
      cachedInput: usage?["cachedContentTokenCount"]?.integer ?? 0)
  }

  private static func reason(_ text: String) -> FinishReason {
    switch text {
    case "STOP": .stop
    case "MAX_TOKENS": .length
    case "SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII": .contentFilter
    default: .other
    }
  }
}
