import Basics

/// Answers requests, whatever they came over.
package struct ContextServer: Sendable {
  let provider: any ContextProvider
  let events: EventHub
  let tasks: TaskTable
  let states = RequestStates()
  private let shelf = ToolShelf()
  let work: BackgroundWork
  /// Hears of errors whose text is not told to clients.
  let report: @Sendable (String) -> Void

  package init(provider: any ContextProvider, report: @escaping @Sendable (String) -> Void = { _ in }) {
    self.provider = provider
    self.report = report
    events = EventHub()
    tasks = TaskTable(events: events)
    work = BackgroundWork()
  }

  /// How long a list may be kept by whoever asked, in milliseconds.
  static let listLifetime = 60_000

  /// The response to a request.
  /// - Throws: only `CancellationError`.
  func answer(_ request: RemoteRequest, from peer: ContextPeer) async throws -> JSONValue {
    do {
      let result = try await result(of: request, peer: peer)
      return OutgoingMessage.result(peer.revision.hasHandshake ? result : complete(result), for: request.id)
    } catch let error as CancellationError {
      throw error
    } catch let fault as ProtocolFault {
      return OutgoingMessage.fault(fault, for: request.id)
    } catch {
      report("\(request.method): \(error)")
      return OutgoingMessage.fault(
        ProtocolFault(.internalError, message: "'\(request.method)' failed here; the server's log says why."),
        for: request.id)
    }
  }

  /// Whether there is such a method in the revision without handshakes.
  static func knows(_ method: String) -> Bool { stateless.contains(method) }

  private static let stateless: Set<String> = [
    "server/discover", "tools/list", "tools/call", "resources/list", "resources/templates/list",
    "resources/read",
    "prompts/list", "prompts/get", "completion/complete", "subscriptions/listen", "tasks/get", "tasks/update",
    "tasks/cancel",
  ]

  private func result(of request: RemoteRequest, peer: ContextPeer) async throws -> JSONValue {
    switch request.method {
    case "tools/list": return try list(tools(peer).list, of: "tools", request: request, peer: peer)
    case "tools/call": return try await call(request, peer: peer)
    case "resources/list":
      return try list(
        try await provider.resources(for: peer.caller).map(\.json), of: "resources", request: request,
        peer: peer)
    case "resources/templates/list":
      return try list(
        provider.templates(for: peer.caller).map(\.template), of: "resourceTemplates", request: request,
        peer: peer)
    case "resources/read": return try await read(request, peer: peer)
    case "prompts/list":
      return try list(
        provider.prompts(for: peer.caller).map(\.json), of: "prompts", request: request, peer: peer)
    case "prompts/get": return try await prompt(request, peer: peer)
    case "completion/complete": return try await completion(request, peer: peer)
    case "ping" where peer.revision.hasHandshake: return [:]
    case "server/discover" where !peer.revision.hasHandshake: return discovery
    case "subscriptions/listen" where !peer.revision.hasHandshake:
      return try await listen(request, peer: peer)
    case "tasks/get" where !peer.revision.hasHandshake: return try await task(request, peer: peer).json
    case "tasks/update" where !peer.revision.hasHandshake: return try await updateTask(request, peer: peer)
    case "tasks/cancel" where !peer.revision.hasHandshake:
      try requireTasks(peer)
      try await tasks.cancel(try request.text("taskId"), caller: peer.caller)
      return [:]
    default: throw ProtocolFault.unknownMethod(request.method)
    }
  }

  func tools(_ peer: ContextPeer) -> ToolShelf.Tools { shelf.tools(peer.caller, of: provider) }

  private func list(
    _ all: [JSONValue], of kind: String, request: RemoteRequest, peer: ContextPeer
  ) throws(ProtocolFault) -> JSONValue {
    let page = try ListPage(all, of: kind, cursor: request.params["cursor"])
    return peer.revision.hasHandshake ? page.json(kind) : page.json(kind).adding(Self.caching)
  }

  /// Lists depend on the caller, so nobody else may be given them.
  static let caching: [(String, JSONValue?)] = [
    ("ttlMs", .integer(listLifetime)), ("cacheScope", "private"),
  ]

  private var discovery: JSONValue {
    JSONValue.members([
      ("supportedVersions", .array(ProtocolRevision.withoutHandshake.map(JSONValue.string))),
      (
        "capabilities",
        [
          "tools": [:], "resources": ["subscribe": true, "listChanged": true], "prompts": [:],
          "completions": [:], "logging": [:],
          "extensions": .object([
            JSONMember(MetaKey.tasks, value: [:]),
            JSONMember(MetaKey.apps, value: ["mimeTypes": ["text/html;profile=mcp-app"]]),
          ]),
        ]
      ),
      ("instructions", .string(provider.instructions)),
    ]).adding(Self.caching)
  }

  /// What `initialize` is answered with.
  func handshake(_ session: HandshakeSession) -> JSONValue {
    [
      "protocolVersion": .string(session.revision.rawValue),
      "capabilities": [
        "tools": [:], "resources": [:], "prompts": [:], "completions": [:], "logging": [:],
      ],
      "serverInfo": provider.identity.json, "instructions": .string(provider.instructions),
    ]
  }

  /// Marks a result as the end of its request, and says whose it is.
  func complete(_ result: JSONValue) -> JSONValue {
    var result =
      result["resultType"] == nil ? JSONValue.members([("resultType", "complete")]).joining(result) : result
    let meta = (result["_meta"] ?? .object([])).adding([(MetaKey.serverInfo, provider.identity.json)])
    result = .object((result.object ?? []).filter { $0.key != "_meta" }).adding([("_meta", meta)])
    return result
  }
}
