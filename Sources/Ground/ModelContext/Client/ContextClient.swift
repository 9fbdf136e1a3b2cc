import Basics

/// Asks one server of tools, in the newest revision that it speaks. It offers the server nothing: no form for a person, no
/// model, no folder.
package actor ContextClient {
  /// Tools of one server; further ones are not read.
  private static let mostTools = 1000

  private let link: any MessageLink
  private let identity: ProgramIdentity
  private let limit: Duration
  private var revision = ProtocolRevision.stateless
  private var next = 0

  /// What the server calls itself; nothing is decided by it.
  package private(set) var server = "unknown"

  /// - Parameter limit: how long one request may take.
  package init(_ link: any MessageLink, identity: ProgramIdentity, limit: Duration) {
    self.link = link
    self.identity = identity
    self.limit = limit
  }

  /// The revision that was agreed on.
  package var agreed: ProtocolRevision { revision }

  /// Finds out what the server speaks.
  /// - Throws: `ModelContextError`.
  package func connect() async throws {
    let answer = try await probe()
    switch answer {
    case .success(let result) where result["supportedVersions"]?.array?.contains("2026-07-28") == true:
      server = result["_meta"]?[MetaKey.serverInfo]?["name"]?.string ?? server
      link.agree(on: .stateless)
    case .failure(let fault)
    where fault.code == ProtocolFault.Code.unsupportedVersion.rawValue && fault.data?["supported"] != nil:
      throw ModelContextError(
        .broken, summary: "A server speaks another revision",
        detail:
          "It speaks \(fault.data?["supported"]?.compact ?? "none that is known"); here are \(ProtocolRevision.allCases.map(\.rawValue).joined(separator: ", "))."
      )
    default: try await shakeHands()
    }
  }

  /// Any other answer, and none at all, mean a server of the era with handshakes.
  private func probe() async throws -> Result<JSONValue, ProtocolFault>? {
    do {
      return try await request("server/discover", within: min(limit, .seconds(10)))
    } catch let error as ModelContextError where [.timedOut, .broken, .refused].contains(error.code) {
      return nil
    }
  }

  private func shakeHands() async throws {
    revision = .handshake
    let result = try result(
      of: try await request(
        "initialize",
        params: [
          "protocolVersion": .string(ProtocolRevision.handshake.rawValue), "capabilities": [:],
          "clientInfo": identity.json,
        ]), what: "initialize")
    guard let agreed = result["protocolVersion"]?.string.flatMap(ProtocolRevision.init), agreed.hasHandshake
    else {
      throw ModelContextError(
        .broken, summary: "A server speaks another revision",
        detail:
          "It offers '\(result["protocolVersion"]?.string ?? "nothing")'; here are \(ProtocolRevision.allCases.map(\.rawValue).joined(separator: ", "))."
      )
    }
    revision = agreed
    server = result["serverInfo"]?["name"]?.string ?? server
    link.agree(on: agreed)
    try await link.notify("notifications/initialized", params: [:])
  }

  /// Every tool that can be called, in the server's order.
  package func tools() async throws -> [RemoteTool] {
    var tools: [RemoteTool] = []
    var cursor: JSONValue?
    repeat {
      let page = try result(
        of: try await request("tools/list", params: cursor.map { ["cursor": $0] } ?? [:]), what: "tools/list")
      guard let listed = page["tools"]?.array else {
        throw ModelContextError(
          .broken, summary: "A server broke the protocol", detail: "Its list of tools has no 'tools'.")
      }
      tools += listed.compactMap(RemoteTool.init)
      guard page["nextCursor"] != cursor || cursor == nil else { break }
      cursor = page["nextCursor"]
    } while cursor != nil && tools.count < Self.mostTools
    return Array(tools.prefix(Self.mostTools))
  }

  /// - Throws: `ModelContextError`; what the tool itself says of its failure is a result.
  package func call(_ tool: RemoteTool, arguments: JSONValue) async throws -> RemoteResult {
    let result = try result(
      of: try await request(
        "tools/call", params: ["name": .string(tool.name), "arguments": arguments], tool: tool),
      what: tool.name)
    guard ["complete", nil].contains(result["resultType"]?.string) else {
      throw ModelContextError(
        .refused, summary: "A server wants more",
        detail: "'\(tool.name)' asks for '\(result["resultType"]?.string ?? "")', which is not offered to it."
      )
    }
    return RemoteResult(result)
  }

  private func result(of answer: Result<JSONValue, ProtocolFault>, what: String) throws(ModelContextError)
    -> JSONValue
  {
    switch answer {
    case .success(let result): return result
    case .failure(let fault):
      throw ModelContextError(
        .refused, summary: "A server refused",
        detail: "'\(what)': \(ProtocolFault.shown(fault.message)) (\(fault.code))")
    }
  }

  private func request(
    _ method: String, params: JSONValue = [:], tool: RemoteTool? = nil, within limit: Duration? = nil
  ) async throws -> Result<JSONValue, ProtocolFault> {
    next += 1
    var params = params
    if !revision.hasHandshake {
      let meta: JSONValue = .object([
        JSONMember(MetaKey.protocolVersion, value: .string(revision.rawValue)),
        JSONMember(MetaKey.clientInfo, value: identity.json),
        JSONMember(MetaKey.clientCapabilities, value: [:]),
      ])
      params = params.adding([("_meta", meta)])
    }
    return try await link.exchange(
      RemoteRequest(id: .integer(next), method: method, params: params), tool: tool,
      within: limit ?? self.limit)
  }
}
