import Records
import Basics
import GRDB

extension Store {
  /// Keeps what a run came to; a run that is finished twice, as after a crash, is remembered once.
  package func remember(_ records: [MemoryRecord]) async throws(StoreError) {
    try await write { database in
      for record in records {
        try database.execute(
          sql: """
            INSERT OR IGNORE INTO memory (id, run, created, kind, title, text, evidence, importance, trust)
            VALUES (?,?,?,?,?,?,?,?,?)
            """,
          arguments: [
            record.id, record.run, record.created, record.kind, record.title, record.text,
            record.evidence.canonical, record.importance, record.trust.rawValue,
          ])
        guard database.changesCount > 0 else { continue }
        // The index is kept here and not by triggers, which an untrusted schema may not have.
        try database.execute(
          sql: "INSERT INTO memory_words (rowid, title, text) VALUES (?,?,?)",
          arguments: [database.lastInsertedRowID, record.title, record.text])
      }
    }
  }

  /// Memories that hold at least one of the words, with how well they fit, best first.
  /// - Parameter words: plain words; nothing in them is query language.
  package func memories(
    matching words: [String], limit: Int = 50
  ) async throws(StoreError) -> [(record: MemoryRecord, fit: Double)] {
    guard !words.isEmpty else { return [] }
    let query = words.map { "\"\($0.replacing("\"", with: ""))\"" }.joined(separator: " OR ")
    return try await read { database in
      try Row.fetchAll(
        database,
        sql: """
          \(Self.fates)
          SELECT memory.*, -bm25(memory_words, 2.0, 1.0) AS fit, COALESCE(fate.outcome, 'open') AS outcome
          FROM memory_words JOIN memory ON memory.sequence = memory_words.rowid
          LEFT JOIN fate ON fate.run = memory.run
          WHERE memory_words MATCH ? ORDER BY fit DESC, memory.sequence DESC LIMIT ?
          """, arguments: [query, limit]
      ).map { (try Self.memory($0), $0["fit"]) }
    }
  }

  /// All memories, the newest first.
  package func memories(limit: Int = 1_000_000) async throws(StoreError) -> [MemoryRecord] {
    try await read { database in
      try Row.fetchAll(
        database,
        sql: "\(Self.fates) \(Self.columns) ORDER BY sequence DESC LIMIT ?", arguments: [limit]
      ).map(Self.memory)
    }
  }

  /// The memory with this id or with an id that begins so. Throws `notFound` where none or several do.
  package func memory(_ prefix: String) async throws(StoreError) -> MemoryRecord {
    let found = try await read { database in
      try Row.fetchAll(
        database,
        sql: "\(Self.fates) \(Self.columns) WHERE substr(id, 1, length(?1)) = ?1 LIMIT 2", arguments: [prefix]
      ).map(Self.memory)
    }
    guard let memory = found.first, found.count == 1 || memory.id == prefix, !prefix.isEmpty else {
      throw StoreError(
        .notFound, summary: "No such memory",
        detail:
          "\(found.isEmpty ? "No memory begins" : "Several memories begin") with '\(prefix)'. `consilium memory search` lists them."
      )
    }
    return memory
  }

  /// Removes memories for good.
  package func forget(_ ids: [String]) async throws(StoreError) {
    try await write { database in
      for id in ids {
        try database.execute(
          sql: """
            INSERT INTO memory_words (memory_words, rowid, title, text)
            SELECT 'delete', sequence, title, text FROM memory WHERE id = ?
            """, arguments: [id])
        try database.execute(sql: "DELETE FROM memory WHERE id = ?", arguments: [id])
      }
    }
  }

  /// Lets agents read what was quarantined.
  package func release(_ id: String) async throws(StoreError) {
    try await write { database in
      try database.execute(
        sql: "UPDATE memory SET trust = ? WHERE id = ? AND trust = ?",
        arguments: [
          MemoryRecord.Trust.released.rawValue, id, MemoryRecord.Trust.quarantined.rawValue,
        ])
    }
  }

  /// A common table `fate (run, outcome)`: what became of the bundle of each run that was planned. Read from the plans
  /// and applies of its folder, so that it can never disagree with them; a success counts even where an earlier attempt
  /// failed. Each plan is read once, however many memories or claims ask.
  static let fates = """
    WITH place (plan, folder) AS (
      SELECT id, json_extract(document, '$.folder') FROM plan),
    tried (run, plan) AS (
      SELECT run.id, place.plan FROM place JOIN run ON run.folder = place.folder
      UNION ALL
      SELECT run.id, place.plan FROM place JOIN run
        ON run.folder = substr(place.folder, 1, length(place.folder) - length('/infrastructure'))
      WHERE place.folder LIKE '%/infrastructure'),
    unplanned (run) AS (
      SELECT DISTINCT run.id FROM audit JOIN run
        ON audit.subject IN (run.folder, run.folder || '/infrastructure')
      WHERE audit.action = 'plan-failed' AND run.id NOT IN (SELECT run FROM tried)),
    fate (run, outcome) AS (
      SELECT run, 'plan-failed' FROM unplanned UNION ALL
      SELECT 'advice/' || fingerprint, 'realised' FROM advice WHERE status = 'realised' UNION ALL
      SELECT tried.run, CASE
        WHEN max(apply.status = 'done') THEN 'applied'
        WHEN max(apply.status = 'failed') THEN 'failed'
        ELSE 'planned' END
      FROM tried LEFT JOIN apply ON apply.plan = tried.plan GROUP BY tried.run)
    """

  private static let columns = """
    SELECT memory.*, COALESCE(fate.outcome, 'open') AS outcome
    FROM memory LEFT JOIN fate ON fate.run = memory.run
    """

  private static func memory(_ row: Row) throws -> MemoryRecord {
    MemoryRecord(
      id: row["id"], run: row["run"], created: row["created"], kind: row["kind"], title: row["title"],
      text: row["text"], evidence: try JSONValue(parsing: row["evidence"] as String),
      importance: row["importance"], trust: MemoryRecord.Trust(rawValue: row["trust"]) ?? .quarantined,
      outcome: MemoryRecord.Outcome(rawValue: row["outcome"]) ?? .open)
  }
}
