import Basics
import CrewFile
import CurlHTTP
import FoundationEssentials
import Masking
import ModelContext
import Records
import Store
import Trust

/// The servers of tools that a crew names: listed, looked at, called by hand.
package struct ToolServerService: Sendable {
  /// A server as lists show it.
  package struct Listing: Sendable, Codable {
    package var name: String
    /// The program with its arguments, or the address.
    package var place: String
    package var isPinned: Bool
    package var seconds: Int
    package var calls: Int
  }

  /// What a server says of its tools: words of others.
  package struct Offer: Sendable, Codable {
    package struct Tool: Sendable, Codable {
      package var name: String
      package var description: String
      package var input: JSONValue
    }

    package var name: String
    package var server: String
    package var revision: String
    package var tools: [Tool]
    /// What 'digest:' has to say.
    package var digest: String
    package var isPinned: Bool
  }

  private let installation: Installation
  private let storeFile: String
  private let crewFile: String
  private let caller: Caller
  private let scope: ToolServerScope

  package init(
    installation: Installation, storeFile: String?, crewFile: String?, caller: Caller? = nil,
    transport: any HTTPTransport = CurlTransport.shared
  ) {
    self.installation = installation
    self.storeFile = storeFile ?? installation.storeFile
    self.crewFile = crewFile ?? installation.crewFile
    self.caller = caller ?? .login(installation.environment)
    scope = ToolServerScope(environment: installation.environment, transport: transport)
  }

  /// - Throws: `TrustError` where nobody trusted the crew; nothing of it is started or asked before.
  private func definitions() throws -> [ToolServerDefinition] { try installation.crew(crewFile).file.servers }

  package func list() throws -> [Listing] {
    try definitions().map { definition in
      let place =
        switch definition.place {
        case .program(let words): words.joined(separator: " ")
        case .address(let address): address
        }
      return Listing(
        name: definition.name, place: place, isPinned: definition.digest != nil, seconds: definition.seconds,
        calls: definition.calls)
    }
  }

  private func definition(_ name: String) throws -> ToolServerDefinition {
    let all = try definitions()
    guard let found = all.first(where: { $0.name == name }) else {
      throw ModelContextError(
        .configuration, summary: "No such server",
        detail:
          "\(crewFile) names no '\(name)' under 'mcp:'.\(Spelling.hint(for: name, among: all.map(\.name)))")
    }
    return found
  }

  /// Starts or asks the server and gives its tools.
  package func offer(of name: String) async throws -> Offer {
    try await scope.open([try definition(name)]) { servers in
      let server = servers[0]
      return Offer(
        name: name, server: await server.client.server, revision: await server.client.agreed.rawValue,
        tools: server.tools.map {
          Offer.Tool(name: $0.name, description: $0.description, input: $0.input)
        }, digest: server.digest, isPinned: server.definition.digest?.lowercased() == server.digest)
    }
  }

  /// Calls a tool, and keeps call and result under a run of its own.
  /// - Throws: `ModelContextError` where the tools are not those that were pinned.
  package func call(_ tool: String, of name: String, arguments: JSONValue) async throws -> (
    run: String, record: ToolCallRecord
  ) {
    let mask = try SecretMask(environment: installation.environment)
    return try await scope.open([try definition(name)]) { servers in
      let server = servers[0]
      try server.checkPin()
      guard let known = server.tools.first(where: { $0.name == tool }) else {
        throw ModelContextError(
          .configuration, summary: "No such tool",
          detail:
            "'\(name)' has no tool '\(tool)'.\(Spelling.hint(for: tool, among: server.tools.map(\.name)))")
      }
      let now = Date()
      let run = RunIdentifier.make(at: now)
      let store = try Store(path: storeFile)
      let title = "\(name)/\(tool)"
      try await store.begin(
        RunRecord(
          id: run, created: now.ISO8601Format(), title: title, request: mask.masked(arguments).compact,
          crew: "",
          mode: Self.mode, status: .running),
        audit: AuditEntry(
          time: now.ISO8601Format(), actor: caller.name, action: .asked, subject: run, detail: title))
      do {
        let calls = ToolCalls()
        try await calls.begin(try await StoreJournal(store: store, run: run, replays: false, mask: mask))
        let record = try await calls.call(known, of: server, arguments: arguments)
        try await store.end(run: run, status: .done, actor: caller.name, time: Date().ISO8601Format())
        return (run, record)
      } catch {
        try await store.end(run: run, status: .failed, actor: caller.name, time: Date().ISO8601Format())
        throw error
      }
    }
  }

  /// The calls that a run made, from its journal alone: no server is started or asked.
  /// - Parameter prefix: the run's id or the beginning of it.
  package func calls(of prefix: String) async throws -> [ToolCallRecord] {
    let store = try Store(path: storeFile)
    let record = try await store.run(prefix)
    let journal = try await StoreJournal(store: store, run: record.id, replays: true, mask: try SecretMask())
    return try await journal.values(prefix: "tool/").map { try $0.decoded(as: ToolCallRecord.self) }
      .sorted { $0.id < $1.id }
  }

  /// What a run of one call has for its mode.
  static let mode = "mcp"
}
