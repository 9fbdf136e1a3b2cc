import Basics

/// One of the protocols, from the server's side.
enum ScriptedWire: Sendable {
  case openAI, anthropic, ollama

  var isEvents: Bool { self != .ollama }

  /// A whole answer.
  func whole(_ text: String, tool: (String, String)?, finish: String) -> JSONValue {
    switch self {
    case .openAI:
      var message: [JSONMember] = [
        JSONMember("role", value: "assistant"), JSONMember("content", value: .string(text)),
      ]
      if let tool { message.append(JSONMember("tool_calls", value: [openAICall(tool)])) }
      return [
        "id": "chatcmpl-1", "object": "chat.completion", "model": "scripted",
        "choices": [["index": 0, "message": .object(message), "finish_reason": .string(finish)]],
        "usage": ["prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120],
      ]
    case .anthropic:
      let block: JSONValue =
        tool.map {
          ["type": "tool_use", "id": "toolu_1", "name": .string($0.0), "input": .document($0.1) ?? [:]]
        }
        ?? ["type": "text", "text": .string(text)]
      return [
        "id": "msg_1", "type": "message", "role": "assistant", "model": "scripted", "content": [block],
        "stop_reason": .string(finish), "usage": ["input_tokens": 100, "output_tokens": 20],
      ]
    case .ollama:
      return [
        "model": "scripted", "message": ["role": "assistant", "content": .string(text)], "done": true,
        "done_reason": .string(finish), "prompt_eval_count": 100, "eval_count": 20,
      ]
    }
  }

  func finish(tool: Bool, filtered: Bool) -> String {
    switch self {
    case .openAI: filtered ? "content_filter" : tool ? "tool_calls" : "stop"
    case .anthropic: filtered ? "refusal" : tool ? "tool_use" : "end_turn"
    case .ollama: "stop"
    }
  }

  /// The pieces of a streamed answer, without the framing.
  func pieces(_ words: [String], tool: (String, String)?, finish: String) -> [(
    name: String?, data: JSONValue
  )] {
    switch self {
    case .openAI:
      func delta(_ delta: JSONValue, _ reason: JSONValue = .null) -> (String?, JSONValue) {
        let choice: JSONValue = ["index": 0, "delta": delta, "finish_reason": reason]
        return (nil, ["id": "chatcmpl-1", "object": "chat.completion.chunk", "choices": [choice]])
      }
      let body =
        tool.map { [delta(["tool_calls": [openAICall($0, index: 0)]])] }
        ?? words.map { delta(["content": .string($0)]) }
      let usage: JSONValue = ["prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120]
      return [delta(["role": "assistant"])] + body + [
        delta([:], .string(finish)), (nil, ["id": "chatcmpl-1", "choices": [], "usage": usage]),
      ]
    case .anthropic:
      let start: JSONValue =
        tool.map { ["type": "tool_use", "id": "toolu_1", "name": .string($0.0), "input": [:]] }
        ?? ["type": "text", "text": ""]
      let body: [(String?, JSONValue)] =
        tool.map { [piece(["type": "input_json_delta", "partial_json": .string($0.1)])] }
        ?? words.map { piece(["type": "text_delta", "text": .string($0)]) }
      return [
        (
          "message_start",
          [
            "type": "message_start",
            "message": ["id": "msg_1", "usage": ["input_tokens": 100, "output_tokens": 1]],
          ]
        ),
        ("content_block_start", ["type": "content_block_start", "index": 0, "content_block": start]),
      ] + body + [
        ("content_block_stop", ["type": "content_block_stop", "index": 0]),
        (
          "message_delta",
          [
            "type": "message_delta", "delta": ["stop_reason": .string(finish)],
            "usage": ["output_tokens": 20],
          ]
        ),
      ]
    case .ollama:
      return words.map { (nil, ["message": ["role": "assistant", "content": .string($0)], "done": false]) }
        + [
          (nil, whole("", tool: nil, finish: finish))
        ]
    }
  }

  /// What follows the last piece where the answer is whole.
  var end: String {
    switch self {
    case .openAI: "data: [DONE]\n\n"
    case .anthropic: "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n"
    case .ollama: ""
    }
  }

  private func piece(_ delta: JSONValue) -> (String?, JSONValue) {
    ("content_block_delta", ["type": "content_block_delta", "index": 0, "delta": delta])
  }

  private func openAICall(_ tool: (String, String), index: Int? = nil) -> JSONValue {
    let members: [JSONMember] = index.map { [JSONMember("index", value: .integer($0))] } ?? []
    return .object(
      members + [
        JSONMember("id", value: "call_1"), JSONMember("type", value: "function"),
        JSONMember("function", value: ["name": .string(tool.0), "arguments": .string(tool.1)]),
      ])
  }
}
