import Records
import Basics
import Digests
import GRDB

extension Store {
  package func record(_ entry: AuditEntry) async throws(StoreError) {
    try await write { try Self.append(entry, to: $0) }
  }

  /// Adds an entry in the transaction of the effect it tells of: neither is kept without the other.
  static func append(_ entry: AuditEntry, to database: Database) throws {
    let last = try Row.fetchOne(
      database, sql: "SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1")
    let sequence: Int = (last?["sequence"] ?? 0) + 1
    try database.execute(
      sql: "INSERT INTO audit (sequence, time, actor, action, subject, detail, hash) VALUES (?,?,?,?,?,?,?)",
      arguments: [
        sequence, entry.time, entry.actor, entry.action.rawValue, entry.subject, entry.detail,
        try hash(entry, sequence: sequence, after: last?["hash"] ?? ""),
      ])
  }

  /// The trail from a row on, the oldest first.
  package func audit(after sequence: Int = 0) async throws(StoreError) -> [AuditRow] {
    try await read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM audit WHERE sequence > ? ORDER BY sequence", arguments: [sequence]
      ).map { row in
        AuditRow(
          sequence: row["sequence"],
          entry: AuditEntry(
            time: row["time"], actor: row["actor"],
            action: AuditEntry.Action(rawValue: row["action"]) ?? .unreadable, subject: row["subject"],
            detail: row["detail"]), hash: row["hash"])
      }
    }
  }

  /// The newest time that any row has, in RFC 3339; nil for an empty trail.
  package func newestAuditTime() async throws(StoreError) -> String? {
    try await read { try String.fetchOne($0, sql: "SELECT max(time) FROM audit") }
  }

  /// The number of the first row that is not what was written, or is missing; nil where the whole trail holds.
  package func firstBrokenAuditRow() async throws(StoreError) -> Int? {
    var previous = ""
    for (index, row) in try await audit().enumerated() {
      do {
        guard row.sequence == index + 1,
          try Self.hash(row.entry, sequence: row.sequence, after: previous) == row.hash
        else {
          return index + 1
        }
      } catch {
        return index + 1
      }
      previous = row.hash
    }
    return nil
  }

  /// The number of the first row that an earlier export has otherwise, or that is no longer there: what a chain alone
  /// cannot show, because whoever rewrites it from some row on makes every later hash anew.
  package func firstRowUnlike(_ exported: [AuditRow]) async throws(StoreError) -> Int? {
    let rows = Dictionary(
      try await audit().map { ($0.sequence, $0) }, uniquingKeysWith: { first, _ in first })
    return exported.sorted { $0.sequence < $1.sequence }.first { rows[$0.sequence] != $0 }?.sequence
  }

  private static func hash(_ entry: AuditEntry, sequence: Int, after previous: String) throws -> String {
    Digest(of: "\(previous)\n\(sequence)\n\(try JSONValue(encoding: entry).canonical)").hexadecimal
  }
}
