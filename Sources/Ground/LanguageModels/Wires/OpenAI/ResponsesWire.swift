import Basics
import CurlHTTP

/// OpenAI's `/responses`. Nothing is kept there: each request carries the whole conversation.
struct ResponsesWire: Wire {
  let framing = WireFraming.events
  let listingPath: String? = "/models"
  let headers: [HTTPHeader] = []
  let keyPlacement = (header: "Authorization", prefix: "Bearer ")

  func path(of model: ModelName, streams: Bool) -> String { "/responses" }

  func body(_ request: ModelRequest, settings: ModelSettings) -> JSONValue {
    var members = [JSONMember("model", value: .string(settings.name.model))]
    if !request.system.isEmpty { members.append(JSONMember("instructions", value: .string(request.system))) }
    members.append(JSONMember("input", value: .array(request.messages.flatMap(items))))
    members.append(JSONMember("max_output_tokens", value: .integer(request.maximumTokens)))
    if let temperature = request.temperature {
      members.append(JSONMember("temperature", value: .number(temperature)))
    }
    if !request.tools.isEmpty {
      let tools = request.tools.map { tool -> JSONValue in
        [
          "type": "function", "name": .string(tool.name), "description": .string(tool.description),
          "parameters": tool.parameters, "strict": false,
        ]
      }
      members.append(JSONMember("tools", value: .array(tools)))
    }
    if let format = request.format, settings.structuredOutput != .prompted {
      let form: JSONValue = [
        "type": "json_schema", "name": .string(format.name), "strict": true, "schema": format.schema,
      ]
      members.append(JSONMember("text", value: ["format": form]))
    }
    if let effort = request.tuning.effort {
      members.append(JSONMember("reasoning", value: ["effort": .string(effort.rawValue)]))
    }
    if let tier = request.tuning.serviceTier {
      members.append(JSONMember("service_tier", value: .string(tier)))
    }
    members.append(JSONMember("store", value: false))
    if request.streams { members.append(JSONMember("stream", value: true)) }
    return .object(members)
  }

  private func items(_ message: ModelMessage) -> [JSONValue] {
    switch message {
    case .user(let text): return [["role": "user", "content": .string(text)]]
    case .assistant(let text, let calls):
      let said: [JSONValue] = text.isEmpty ? [] : [["role": "assistant", "content": .string(text)]]
      return said
        + calls.map {
          [
            "type": "function_call", "call_id": .string($0.id), "name": .string($0.name),
            "arguments": .string($0.arguments),
          ]
        }
    case .toolResult(let id, _, let text, _):
      return [["type": "function_call_output", "call_id": .string(id), "output": .string(text)]]
    }
  }

  func read(_ document: JSONValue, into answer: inout AnswerInProgress) throws(ModelError) {
    if ReportedError(in: document) != nil { throw ModelError.reported(document) }
    guard let output = document["output"]?.array else { throw ModelError.malformed("it has no 'output'") }
    for (place, item) in output.enumerated() {
      switch item["type"]?.string {
      case "message":
        for part in item["content"]?.array ?? [] {
          answer.append(part["text"]?.string ?? "")
          answer.append(refusal: part["refusal"]?.string ?? "")
        }
      case "function_call": begin(item, at: place, arguments: item["arguments"]?.string ?? "", into: &answer)
      default: break
      }
    }
    end(document, into: &answer)
  }

  func read(event: JSONValue, into answer: inout AnswerInProgress) throws(ModelError) {
    let words = event["delta"]?.string ?? ""
    switch event["type"]?.string {
    case "error": throw ModelError.reported(event)
    case "response.failed": throw ModelError.reported(event["response"] ?? event)
    case "response.output_text.delta": answer.append(words)
    case "response.refusal.delta": answer.append(refusal: words)
    case "response.reasoning_text.delta", "response.reasoning_summary_text.delta":
      answer.append(thought: words)
    case "response.output_item.added" where event["item"]?["type"]?.string == "function_call":
      if let item = event["item"] {
        begin(item, at: event["output_index"]?.integer, arguments: "", into: &answer)
      }
    case "response.function_call_arguments.delta":
      answer.append(toCall: event["output_index"]?.integer, id: nil, name: nil, arguments: words)
    case "response.completed", "response.incomplete":
      if let response = event["response"] { end(response, into: &answer) }
    default: if ReportedError(in: event) != nil { throw ModelError.reported(event) }
    }
  }

  private func begin(
    _ item: JSONValue, at place: Int?, arguments: String, into answer: inout AnswerInProgress
  ) {
    answer.append(
      toCall: place, id: item["call_id"]?.string, name: item["name"]?.string, arguments: arguments)
  }

  private func end(_ response: JSONValue, into answer: inout AnswerInProgress) {
    switch response["incomplete_details"]?["reason"]?.string {
    case "max_output_tokens": answer.finish = .length
    case "content_filter": answer.finish = .contentFilter
    case .some: answer.finish = .other
    case nil: answer.finish = .stop
    }
    if let usage = response["usage"], let input = usage["input_tokens"]?.integer {
      answer.usage = TokenUsage(
        input: input, output: usage["output_tokens"]?.integer ?? 0,
        cachedInput: usage["input_tokens_details"]?["cached_tokens"]?.integer ?? 0)
    }
    answer.isEnded = true
  }
}
