import Basics
import Digests

/// Names the answer to a request: the same model and the same request give the same key on any machine.
package enum AnswerKey {
  /// SHA-256 of the canonical request. Whether the answer is streamed changes nothing in it.
  package static func key(_ request: ModelRequest, model: ModelName) -> String {
    Digest(of: document(request, model: model).canonical).hexadecimal
  }

  /// The request as one document.
  private static func document(_ request: ModelRequest, model: ModelName) -> JSONValue {
    var members = [
      JSONMember("model", value: .string(model.description)),
      JSONMember("system", value: .string(request.system)),
      JSONMember("messages", value: .array(request.messages.map(message))),
      JSONMember("max_tokens", value: .integer(request.maximumTokens)),
    ]
    if !request.tools.isEmpty {
      members.append(
        JSONMember(
          "tools",
          value: .array(
            request.tools.map {
              [
                "name": .string($0.name), "description": .string($0.description), "parameters": $0.parameters,
              ]
            })))
    }
    if let format = request.format {
      members.append(JSONMember("format", value: ["name": .string(format.name), "schema": format.schema]))
    }
    if let temperature = request.temperature {
      members.append(JSONMember("temperature", value: .number(temperature)))
    }
    if let seed = request.seed { members.append(JSONMember("seed", value: .integer(seed))) }
    if !request.stop.isEmpty {
      members.append(JSONMember("stop", value: .array(request.stop.map(JSONValue.string))))
    }
    if let tuning = request.tuning.document { members.append(JSONMember("tuning", value: tuning)) }
    return .object(members)
  }

  private static func message(_ message: ModelMessage) -> JSONValue {
    switch message {
    case .user(let text): ["user": .string(text)]
    case .assistant(let text, let calls):
      [
        "assistant": .string(text),
        "calls": .array(
          calls.map { ["id": .string($0.id), "name": .string($0.name), "arguments": .string($0.arguments)] }),
      ]
    case .toolResult(let id, let name, let text, let isError):
      ["tool": .string(name), "id": .string(id), "result": .string(text), "error": .bool(isError)]
    }
  }
}
