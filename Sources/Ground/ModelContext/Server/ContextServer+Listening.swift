import Basics

extension ContextServer {
  /// `subscriptions/listen`: says what it will tell, tells it, and ends when the client or the server goes.
  func listen(_ request: RemoteRequest, peer: ContextPeer) async throws -> JSONValue {
    guard let asked = request.params["notifications"], asked.object != nil else {
      throw ProtocolFault.invalidParams("'notifications' has to be an object.")
    }
    let filter = try SubscriptionFilter(asked)
    if !filter.tasks.isEmpty { try requireTasks(peer) }
    guard let events = events.listen(peer.caller.name) else {
      throw ProtocolFault(
        .internalError, message: "\(EventHub.most) subscriptions are open; end one of them first.")
    }
    let meta: JSONValue = .object([JSONMember(MetaKey.subscriptionID, value: request.id.json)])
    func tell(_ method: String, with params: [(String, JSONValue?)]) {
      peer.notify(
        OutgoingMessage.notification(method, params: JSONValue.members([("_meta", meta)]).adding(params)))
    }
    tell("notifications/subscriptions/acknowledged", with: [("notifications", filter.honoured)])
    for await event in events {
      switch event {
      case .resourcesChanged where filter.resourceList: tell("notifications/resources/list_changed", with: [])
      case .resourceUpdated(let address) where filter.resources.contains(address):
        tell("notifications/resources/updated", with: [("uri", .string(address))])
      case .taskChanged(let id, let state) where filter.tasks.contains(id):
        tell("notifications/tasks", with: (state.object ?? []).map { ($0.key, $0.value) })
      default: break
      }
    }
    try Task.checkCancellation()
    return ["_meta": meta]
  }

  /// `completion/complete`.
  func completion(_ request: RemoteRequest, peer: ContextPeer) async throws -> JSONValue {
    guard let reference = request.params["ref"], let argument = request.params["argument"]?["name"]?.string,
      let beginning = request.params["argument"]?["value"]?.string,
      let name = reference["type"]?.string == "ref/prompt"
        ? reference["name"]?.string : reference["uri"]?.string
    else {
      throw ProtocolFault.invalidParams("'ref' and 'argument' with 'name' and 'value' have to be there.")
    }
    let isKnown =
      reference["type"]?.string == "ref/prompt"
      ? provider.prompts(for: peer.caller).contains { $0.name == name }
      : reference["type"]?.string == "ref/resource"
        && provider.templates(for: peer.caller).contains { $0.address == name }
    guard isKnown else {
      throw ProtocolFault.invalidParams("There is no prompt or template '\(ProtocolFault.shown(name))'.")
    }
    let values = try await provider.completions(
      of: argument, beginning: beginning, reference: name, caller: peer.caller)
    let shown = values.prefix(Self.mostCompletions)
    return [
      "completion": [
        "values": .array(shown.map(JSONValue.string)), "total": .integer(values.count),
        "hasMore": .bool(shown.count < values.count),
      ]
    ]
  }

  /// The most values that an answer may have, by the specification.
  private static let mostCompletions = 100
}
