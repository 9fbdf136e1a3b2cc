import Basics

extension ContextServer {
  /// Gives the client a handle; the work goes on in the server's own group.
  func begin(
    _ tool: ToolDefinition, arguments: JSONValue, request: RemoteRequest, peer: ContextPeer
  ) async throws -> JSONValue {
    let (state, cancellation) = try await tasks.create(for: peer.caller)
    let (tasks, provider, events, report) = (tasks, provider, events, report)
    let caller = peer.caller
    let context = CallContext(
      caller: caller, client: peer.client,
      // The step a task is at is part of its state; nothing else of it is told.
      report: { _, _, message in self.work.start { await tasks.note(state.id, message: message) } },
      say: { _, _ in },
      asking: { key, elicitation in try await tasks.ask(state.id, key: key, elicitation: elicitation) },
      announce: { events.publish($0, to: caller.name) })
    work.start {
      do {
        let result = try await cancellation.run {
          do {
            return try await provider.call(tool.name, arguments: arguments, in: context)
          } catch let failure as ToolFailure {
            return ToolResult(failure: failure.message)
          }
        }
        await tasks.end(state.id, as: .completed(self.complete(result.json)))
      } catch is CancellationError {
        await tasks.end(state.id, as: .cancelled)
      } catch let fault as ProtocolFault {
        await tasks.end(state.id, as: .failed(fault))
      } catch {
        report("\(tool.name): \(error)")
        await tasks.end(
          state.id,
          as: .failed(
            ProtocolFault(.internalError, message: "'\(tool.name)' failed here; the server's log says why.")))
      }
    }
    return JSONValue.members([("resultType", "task")]).joining(state.handle)
  }

  func task(_ request: RemoteRequest, peer: ContextPeer) async throws -> TaskState {
    try requireTasks(peer)
    return try await tasks.state(try request.text("taskId"), caller: peer.caller)
  }

  func updateTask(_ request: RemoteRequest, peer: ContextPeer) async throws -> JSONValue {
    try requireTasks(peer)
    guard let answers = request.params["inputResponses"]?.object else {
      throw ProtocolFault.invalidParams("'inputResponses' has to be an object.")
    }
    try await tasks.update(
      try request.text("taskId"), answers: answers.map { ($0.key, $0.value) }, caller: peer.caller)
    return [:]
  }

  func requireTasks(_ peer: ContextPeer) throws(ProtocolFault) {
    guard peer.client.takesTasks else {
      throw .missing(
        capability: ["extensions": .object([JSONMember(MetaKey.tasks, value: [:])])], for: "A task")
    }
  }
}
