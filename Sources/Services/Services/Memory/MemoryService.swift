import Memory
import Records
import Store

/// What earlier consultations came to: searched, shown, released and removed.
package struct MemoryService: Sendable {
  private let storeFile: String

  /// - Parameter storeFile: nil for the installation's own.
  package init(installation: Installation, storeFile: String? = nil) {
    self.storeFile = storeFile ?? installation.storeFile
  }

  private func store() throws -> Store { try Store(path: storeFile) }

  /// Memories by words, age, importance and proof; without words the newest.
  /// - Parameters:
  ///   - limit: how many, at most; at least one.
  ///   - forAgents: only what agents may read.
  package func search(_ words: [String], limit: Int, forAgents: Bool) async throws -> [Recollection] {
    guard !words.isEmpty else {
      return try await store().memories(limit: max(1, limit)).map {
        Recollection(memory: $0, score: 1, reasons: [])
      }
    }
    return try await Recall(store: store()).recall(
      words.joined(separator: " "), limit: max(1, limit), forAgents: forAgents)
  }

  /// The memory that an id or the beginning of one means.
  package func show(_ prefix: String) async throws -> MemoryRecord { try await store().memory(prefix) }

  /// Every memory.
  package func all() async throws -> [MemoryRecord] { try await store().memories() }

  /// Lets agents read what was quarantined until now.
  package func release(_ prefix: String) async throws -> MemoryRecord {
    let store = try store()
    let memory = try await store.memory(prefix)
    try await store.release(memory.id)
    return memory
  }

  /// Removes memories for good, and gives their ids. Removes none where one of them is not there.
  package func forget(_ prefixes: [String]) async throws -> [String] {
    let store = try store()
    var found: [String] = []
    for prefix in prefixes { found.append(try await store.memory(prefix).id) }
    try await store.forget(found)
    return found
  }

  /// How sure each agent and model was, and how often right.
  package func calibration() async throws -> [ClaimScore] { try await ClaimScore.all(store()) }
}
