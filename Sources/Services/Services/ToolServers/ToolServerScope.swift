import Basics
import CrewFile
import CurlHTTP
import ExternalTools
import ModelContext

/// Runs servers of tools while a piece of work goes on: they are started before it, and end with it however it ends.
struct ToolServerScope: Sendable {
  let environment: [String: String]
  var transport: any HTTPTransport = CurlTransport.shared

  /// What a program is given besides the variables that the crew file names.
  private static let usual: Set<String> = ["PATH", "HOME", "LANG", "TZ", "TMPDIR"]
  /// How long a program may take to end when its input is closed.
  private static let grace = Duration.seconds(2)
  /// No program of a server outlives this.
  private static let longest = Duration.seconds(24 * 3600)

  private static let identity = ProgramIdentity(
    name: "consilium", title: "Consilium", version: ConsiliumVersion.program)

  /// - Throws: `ModelContextError` or `ToolError` where a server cannot be had; what the body throws.
  func open<Value: Sendable>(
    _ definitions: [ToolServerDefinition],
    body: @escaping @Sendable ([OpenToolServer]) async throws -> Value
  ) async throws -> Value {
    try await open(definitions[...], opened: [], body: body)
  }

  private func open<Value: Sendable>(
    _ rest: ArraySlice<ToolServerDefinition>, opened: [OpenToolServer],
    body: @escaping @Sendable ([OpenToolServer]) async throws -> Value
  ) async throws -> Value {
    guard let first = rest.first else { return try await body(opened) }
    return try await link(first) { link in
      let client = ContextClient(link, identity: Self.identity, limit: .seconds(first.seconds))
      try await client.connect()
      let server = OpenToolServer(definition: first, client: client, tools: try await client.tools())
      return try await open(rest.dropFirst(), opened: opened + [server], body: body)
    }
  }

  private func link<Value: Sendable>(
    _ definition: ToolServerDefinition, body: @escaping @Sendable (any MessageLink) async throws -> Value
  ) async throws -> Value {
    switch definition.place {
    case .address(let address):
      return try await body(
        HTTPLink(address: address, token: try token(of: definition), transport: transport))
    case .program(let words):
      return try await ProcessRunner.converse(try call(words, definition: definition)) { conversation in
        let link = PipedLink(write: conversation.write)
        return try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask {
            defer { link.close() }
            try await conversation.lines { try await link.take($0) }
          }
          defer { group.cancelAll() }
          return try await body(link)
        }
      }
    }
  }

  private func token(of definition: ToolServerDefinition) throws(ModelContextError) -> String? {
    guard let variable = definition.tokenVariable else { return nil }
    guard let token = environment[variable], !token.isEmpty else {
      throw ModelContextError(
        .configuration, summary: "A token is missing",
        detail:
          "\(definition.range): $\(variable) is not set, and '\(definition.name)' is not asked without it.")
    }
    return token
  }

  private func call(_ words: [String], definition: ToolServerDefinition) throws(ModelContextError)
    -> ProcessCall
  {
    let program = words[0]
    guard let path = program.hasPrefix("/") ? program : ToolFinder.find(program, environment: environment)
    else {
      throw ModelContextError(
        .unreachable, summary: "A server of tools is not here",
        detail: "\(definition.range): there is no program '\(program)' in PATH.")
    }
    let given = environment.filter { Self.usual.contains($0.key) || definition.variables.contains($0.key) }
    return ProcessCall(
      executable: path, arguments: Array(words.dropFirst()), environment: given, directory: ".",
      timeout: Self.longest, grace: Self.grace)
  }
}
