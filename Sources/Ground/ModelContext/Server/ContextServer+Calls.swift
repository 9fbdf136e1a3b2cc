import Basics
import JSONSchema

extension ContextServer {
  /// `tools/call`: at once, as a task, or as a question to the person first.
  func call(_ request: RemoteRequest, peer: ContextPeer) async throws -> JSONValue {
    let name = try request.text("name")
    guard let entry = tools(peer).byName[name] else {
      throw ProtocolFault.invalidParams("There is no tool '\(ProtocolFault.shown(name))' for this caller.")
    }
    let arguments = request.params["arguments"] ?? .object([])
    guard arguments.object != nil else {
      throw ProtocolFault.invalidParams("'arguments' has to be an object.")
    }
    let tool = entry.definition
    if let failure = Self.violation(of: entry, in: arguments) { return failure.json }
    if tool.isLong, peer.client.takesTasks {
      return try await begin(tool, arguments: arguments, request: request, peer: peer)
    }
    return try await rounds(request, peer: peer) { context in
      try await self.outcome(tool, arguments: arguments, context: context)
    }
  }

  /// Arguments that do not fit are for the model to mend, so they are a result, not a fault.
  private static func violation(of tool: ToolShelf.Entry, in arguments: JSONValue) -> ToolResult? {
    let violations = tool.input.violations(in: arguments)
    guard !violations.isEmpty else { return nil }
    let list = violations.prefix(5).map(\.description).joined(separator: " ")
    return ToolResult(failure: "The arguments of '\(tool.definition.name)' do not fit its schema. \(list)")
  }

  private func outcome(_ tool: ToolDefinition, arguments: JSONValue, context: CallContext) async throws
    -> JSONValue
  {
    do {
      return try await provider.call(tool.name, arguments: arguments, in: context).json
    } catch let failure as ToolFailure {
      return ToolResult(failure: failure.message).json
    }
  }

  func read(_ request: RemoteRequest, peer: ContextPeer) async throws -> JSONValue {
    let address = try request.text("uri")
    return try await rounds(request, peer: peer) { context in
      guard let contents = try await self.provider.read(address, in: context) else {
        throw ProtocolFault(
          peer.revision.hasHandshake ? .resourceNotFound : .invalidParams,
          message: "There is no resource '\(ProtocolFault.shown(address))' for this caller.",
          data: ["uri": .string(address)])
      }
      let result: JSONValue = ["contents": [contents.json]]
      return peer.revision.hasHandshake ? result : result.adding(Self.caching)
    }
  }

  func prompt(_ request: RemoteRequest, peer: ContextPeer) async throws -> JSONValue {
    let name = try request.text("name")
    guard let prompt = provider.prompts(for: peer.caller).first(where: { $0.name == name }) else {
      throw ProtocolFault.invalidParams("There is no prompt '\(ProtocolFault.shown(name))'.")
    }
    var arguments: [String: String] = [:]
    for member in request.params["arguments"]?.object ?? [] {
      guard let text = member.value.string, prompt.arguments.contains(where: { $0.name == member.key }) else {
        throw ProtocolFault.invalidParams(
          "'\(ProtocolFault.shown(member.key))' is no argument of '\(name)', or no text.")
      }
      arguments[member.key] = text
    }
    if let missing = prompt.arguments.first(where: { $0.isRequired && arguments[$0.name] == nil }) {
      throw ProtocolFault.invalidParams("The prompt '\(name)' needs '\(missing.name)'.")
    }
    return try await rounds(request, peer: peer) { [arguments] context in
      let content = try await self.provider.prompt(name, arguments: arguments, in: context)
      return [
        "description": .string(prompt.description),
        "messages": .array(content.map { ["role": "user", "content": $0.json] }),
      ]
    }
  }

  /// Does the work with the answers the client brought; what still has to be asked is asked in the way of its revision.
  private func rounds(
    _ request: RemoteRequest, peer: ContextPeer, work: @Sendable (CallContext) async throws -> JSONValue
  ) async throws -> JSONValue {
    let progress = ProgressTrack(request, peer: peer)
    if let ask = peer.request {
      return try await work(
        context(peer, progress: progress) { _, elicitation in
          try elicitation.answer(try await ask("elicitation/create", elicitation.params))
        })
    }
    var known: [String: JSONValue] = [:]
    if let state = request.params["requestState"] {
      guard let text = state.string else {
        throw ProtocolFault.invalidParams("'requestState' has to be a text.")
      }
      known = try states.open(text, of: request, caller: peer.caller)
    }
    if let responses = request.params["inputResponses"] {
      guard let members = responses.object else {
        throw ProtocolFault.invalidParams("'inputResponses' has to be an object.")
      }
      for member in members { known[member.key] = member.value }
    }
    do {
      return try await work(
        context(peer, progress: progress) { [known] key, elicitation in
          guard let answer = known[key] else { throw InputNeeded(key: key, elicitation: elicitation) }
          return try elicitation.answer(answer)
        })
    } catch let needed as InputNeeded {
      return [
        "resultType": "input_required",
        "inputRequests": .object([JSONMember(needed.key, value: needed.elicitation.json)]),
        "requestState": .string(states.seal(known, of: request, caller: peer.caller)),
      ]
    }
  }

  func context(
    _ peer: ContextPeer, progress: ProgressTrack,
    asking: @escaping @Sendable (String, Elicitation) async throws -> ElicitationAnswer
  ) -> CallContext {
    let (events, caller) = (events, peer.caller.name)
    return CallContext(
      caller: peer.caller, client: peer.client, report: progress.report,
      say: { level, message in
        guard let least = peer.logLevel, level >= least else { return }
        peer.notify(
          OutgoingMessage.notification(
            "notifications/message", params: ["level": .string(level.rawValue), "data": .string(message)]))
      }, asking: asking, announce: { events.publish($0, to: caller) })
  }
}
