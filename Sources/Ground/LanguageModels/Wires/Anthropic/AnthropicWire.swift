import Basics
import CurlHTTP

/// `/v1/messages`. A form that the answer has to have is a tool whose input is the answer; thinking is passed over.
struct AnthropicWire: Wire {
  let framing = WireFraming.events
  let listingPath: String? = "/v1/models"
  /// With the version that this room was written against.
  let headers = [HTTPHeader("anthropic-version", value: "2023-06-01")]
  let keyPlacement = (header: "x-api-key", prefix: "")
  /// Marks the end of a prefix that is worth keeping at the provider.
  private static let cacheMark = JSONMember("cache_control", value: ["type": "ephemeral"])

  func path(of model: ModelName, streams: Bool) -> String { "/v1/messages" }

  func body(_ request: ModelRequest, settings: ModelSettings) -> JSONValue {
    var members = [
      JSONMember("model", value: .string(settings.name.model)),
      JSONMember("max_tokens", value: .integer(request.maximumTokens)),
    ]
    if !request.system.isEmpty {
      let block = [
        JSONMember("type", value: "text"), JSONMember("text", value: .string(request.system)), Self.cacheMark,
      ]
      members.append(JSONMember("system", value: [.object(block)]))
    }
    members.append(JSONMember("messages", value: .array(messages(request.messages))))
    // What thinks may neither be made to call a tool, which a form is, nor be drawn at a temperature.
    let thinks = request.format == nil ? request.tuning.budget.flatMap { $0 > 0 ? $0 : nil } : nil
    if let thinks {
      let budget = max(1024, min(thinks, request.maximumTokens - 1))
      members.append(
        JSONMember("thinking", value: ["type": "enabled", "budget_tokens": .integer(budget)]))
    } else if let temperature = request.temperature {
      members.append(JSONMember("temperature", value: .number(temperature)))
    }
    if let tier = request.tuning.serviceTier {
      members.append(JSONMember("service_tier", value: .string(tier)))
    }
    if !request.stop.isEmpty {
      members.append(JSONMember("stop_sequences", value: .array(request.stop.map(JSONValue.string))))
    }
    members += tools(request, settings: settings)
    if request.streams { members.append(JSONMember("stream", value: true)) }
    return .object(members)
  }

  private func tools(_ request: ModelRequest, settings: ModelSettings) -> [JSONMember] {
    var tools = request.tools.map {
      [
        JSONMember("name", value: .string($0.name)),
        JSONMember("description", value: .string($0.description)),
        JSONMember("input_schema", value: $0.parameters),
      ]
    }
    var choice: JSONValue?
    if let format = request.format, settings.structuredOutput != .prompted {
      choice = tools.isEmpty ? ["type": "tool", "name": .string(format.name)] : ["type": "any"]
      tools.append([
        JSONMember("name", value: .string(format.name)), JSONMember("input_schema", value: format.schema),
      ])
    }
    guard !tools.isEmpty else { return [] }
    tools[tools.count - 1].append(Self.cacheMark)
    return [JSONMember("tools", value: .array(tools.map { .object($0) }))]
      + (choice.map { [JSONMember("tool_choice", value: $0)] } ?? [])
  }

  private func messages(_ messages: [ModelMessage]) -> [JSONValue] {
    var turns = MessageTurns.of(messages, pieces: blocks)
    if let last = turns.indices.last, !turns[last].pieces.isEmpty {
      turns[last].pieces[turns[last].pieces.count - 1].append(Self.cacheMark)
    }
    return turns.map { ["role": .string($0.role), "content": .array($0.pieces.map { .object($0) })] }
  }

  private func blocks(_ message: ModelMessage) -> (String, [[JSONMember]]) {
    func text(_ text: String) -> [JSONMember] {
      [JSONMember("type", value: "text"), JSONMember("text", value: .string(text))]
    }
    switch message {
    case .user(let words): return ("user", [text(words)])
    case .assistant(let words, let calls):
      let said = words.isEmpty ? [] : [text(words)]
      return (
        "assistant",
        said
          + calls.map {
            [
              JSONMember("type", value: "tool_use"), JSONMember("id", value: .string($0.id)),
              JSONMember("name", value: .string($0.name)),
              JSONMember("input", value: JSONValue.document($0.arguments) ?? [:]),
            ]
          }
      )
    case .toolResult(let id, _, let words, let isError):
      return (
        "user",
        [
          [
            JSONMember("type", value: "tool_result"), JSONMember("tool_use_id", value: .string(id)),
            JSONMember("content", value: .string(words)), JSONMember("is_error", value: .bool(isError)),
          ]
        ]
      )
    }
  }

  func read(_ document: JSONValue, into answer: inout AnswerInProgress) throws(ModelError) {
    if document["type"]?.string == "error" { throw ModelError.reported(document) }
    guard let blocks = document["content"]?.array else { throw ModelError.malformed("it has no 'content'") }
    for (index, block) in blocks.enumerated() {
      switch block["type"]?.string {
      case "text": answer.append(block["text"]?.string ?? "")
      case "tool_use":
        answer.append(
          toCall: index, id: block["id"]?.string, name: block["name"]?.string,
          arguments: block["input"]?.compact ?? "{}")
      default: break
      }
    }
    answer.finish = document["stop_reason"]?.string.map(Self.reason)
    read(usage: document["usage"], into: &answer)
    answer.isEnded = true
  }

  func read(event: JSONValue, into answer: inout AnswerInProgress) throws(ModelError) {
    let place = event["index"]?.integer ?? 0
    switch event["type"]?.string {
    case "error": throw ModelError.reported(event)
    case "message_start": read(usage: event["message"]?["usage"], into: &answer)
    case "content_block_start":
      let block = event["content_block"]
      if block?["type"]?.string == "tool_use" {
        answer.append(toCall: place, id: block?["id"]?.string, name: block?["name"]?.string, arguments: "")
      } else if block?["type"]?.string == "text" {
        answer.append(block?["text"]?.string ?? "")
      }
    case "content_block_delta":
      let delta = event["delta"]
      if let text = delta?["text"]?.string { answer.append(text) }
      answer.append(thought: delta?["thinking"]?.string ?? "")
      if let json = delta?["partial_json"]?.string {
        answer.append(toCall: place, id: nil, name: nil, arguments: json)
      }
    case "message_delta":
      if let reason = event["delta"]?["stop_reason"]?.string { answer.finish = Self.reason(reason) }
      read(usage: event["usage"], into: &answer)
    case "message_stop": answer.isEnded = true
    default: break
    }
    if answer.finish != nil { answer.isEnded = true }
  }

  /// What is sent, with what was read from and written to the provider's prompt cache, is the input; each report of a
  /// stream counts from its start.
  private func read(usage: JSONValue?, into answer: inout AnswerInProgress) {
    guard let usage else { return }
    func count(_ key: String) -> Int? { usage[key]?.integer.map(TokenUsage.counted) }
    let cached = count("cache_read_input_tokens") ?? 0
    if let input = count("input_tokens") {
      let input = input + cached + (count("cache_creation_input_tokens") ?? 0)
      answer.usage.input = max(answer.usage.input, input)
      answer.usage.isExact = true
    }
    answer.usage.cachedInput = max(answer.usage.cachedInput, cached)
    answer.usage.output = max(answer.usage.output, count("output_tokens") ?? 0)
  }

  private static func reason(_ text: String) -> FinishReason {
    switch text {
    case "end_turn", "stop_sequence": .stop
    case "max_tokens", "model_context_window_exceeded": .length
    case "tool_use": .toolCalls
    case "refusal": .contentFilter
    default: .other
    }
  }
}
