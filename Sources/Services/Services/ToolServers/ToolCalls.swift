import Basics
import CrewFile
import ModelContext

/// A run's calls of other servers' tools, each journalled before its result is used: what was called once is not called
/// again, also where the run is taken up later.
actor ToolCalls {
  /// Nil until the run is begun.
  private var journal: StoreJournal?
  private var early: [String: ToolCallRecord] = [:]
  /// How often each server was called.
  private var counts: [String: Int] = [:]

  /// Keeps what was called so far, and everything from now on.
  func begin(_ journal: StoreJournal) async throws {
    self.journal = journal
    for (key, record) in early.sorted(by: { $0.key < $1.key }) {
      try await journal.keepOnce(try JSONValue(encoding: record), under: key)
    }
    early = [:]
  }

  /// - Throws: `ModelContextError` where the tool cannot be called, or its server was called as often as it may be.
  func call(_ tool: RemoteTool, of server: OpenToolServer, arguments: JSONValue) async throws
    -> ToolCallRecord
  {
    let name = server.definition.name
    let key = ToolCallRecord.key(server: name, tool: tool.name, arguments: arguments)
    if let known = try await known(key) { return known }
    guard counts[name, default: 0] < server.definition.calls else {
      throw ModelContextError(
        .refused, summary: "A server was called often enough",
        detail: "'\(name)' may be called \(server.definition.calls) times in a run ('calls:').")
    }
    counts[name, default: 0] += 1
    let result = try await server.client.call(tool, arguments: arguments)
    let record = ToolCallRecord(
      id: ToolCallRecord.id(of: key), server: name, tool: tool.name, arguments: arguments, text: result.text,
      isError: result.isError)
    guard let journal else {
      early[key] = record
      return record
    }
    try await journal.keepOnce(try JSONValue(encoding: record), under: key)
    // As it is kept, without secrets, so that a run taken up again reads the same.
    return try await known(key) ?? record
  }

  private func known(_ key: String) async throws -> ToolCallRecord? {
    guard let journal else { return early[key] }
    return try await journal.known(key)?.decoded(as: ToolCallRecord.self)
  }
}
