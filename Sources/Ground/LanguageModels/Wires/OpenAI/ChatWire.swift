import Basics
import CurlHTTP

/// A protocol whose requests are shaped like OpenAI's: a list of messages with roles, the system's first, and tools that
/// are functions. What differs is how a call and its result are written.
protocol ChatWire: Wire {
  func call(_ call: ToolCall) -> JSONValue
  func toolResult(id: String, name: String, text: String) -> JSONValue
}

extension ChatWire {
  var headers: [HTTPHeader] { [] }

  var keyPlacement: (header: String, prefix: String) { ("Authorization", "Bearer ") }

  func messages(_ request: ModelRequest) -> JSONMember {
    let system: [JSONValue] =
      request.system.isEmpty ? [] : [["role": "system", "content": .string(request.system)]]
    return JSONMember("messages", value: .array(system + request.messages.map(message)))
  }

  private func message(_ message: ModelMessage) -> JSONValue {
    switch message {
    case .user(let text): return ["role": "user", "content": .string(text)]
    case .assistant(let text, let calls):
      var members = [JSONMember("role", value: "assistant"), JSONMember("content", value: .string(text))]
      if !calls.isEmpty { members.append(JSONMember("tool_calls", value: .array(calls.map(call)))) }
      return .object(members)
    case .toolResult(let id, let name, let text, _): return toolResult(id: id, name: name, text: text)
    }
  }

  /// What is said of how an answer is drawn; nothing where the request says nothing.
  func sampling(_ request: ModelRequest) -> [JSONMember] {
    var members: [JSONMember] = []
    if let temperature = request.temperature {
      members.append(JSONMember("temperature", value: .number(temperature)))
    }
    if let seed = request.seed { members.append(JSONMember("seed", value: .integer(seed))) }
    if !request.stop.isEmpty {
      members.append(JSONMember("stop", value: .array(request.stop.map(JSONValue.string))))
    }
    return members
  }

  /// The tools offered; nothing where there are none.
  func tools(_ request: ModelRequest) -> [JSONMember] {
    guard !request.tools.isEmpty else { return [] }
    let functions = request.tools.map { tool -> JSONValue in
      [
        "type": "function",
        "function": [
          "name": .string(tool.name), "description": .string(tool.description), "parameters": tool.parameters,
        ],
      ]
    }
    return [JSONMember("tools", value: .array(functions))]
  }
}
