import CrewFile

extension RunService {
  /// Runs the servers of tools that the crew's agents are given tools of while the work goes on; none where nobody is asked
  /// live, as in a replay of a cassette.
  /// - Throws: `ModelContextError` where a server's tools are not those that a person looked at; nothing was begun then.
  func withForeignTools<Value: Sendable>(
    of file: CrewFile, crew: Crew, answerers: [String: Answerer], isLive: Bool,
    body: @escaping @Sendable (ForeignTools) async throws -> Value
  ) async throws -> Value {
    guard isLive else { return try await body(.unasked) }
    let needed = ForeignTools.needed(file.servers, crew: crew, answerers: answerers)
    guard !needed.isEmpty else { return try await body(ForeignTools(servers: [])) }
    return try await ToolServerScope(environment: installation.environment).open(needed) { servers in
      for server in servers { try server.checkPin() }
      return try await body(ForeignTools(servers: servers))
    }
  }
}
