import Records
import Basics
import GRDB

extension Store {
  /// Keeps what one look at a folder found: what is new is opened, what was seen before is dated, and what is there no
  /// more is closed. What a person dismissed stays so while the change is the same.
  package func keep(
    drift: [DriftRecord], folder: String, audit: AuditEntry
  ) async throws(StoreError) {
    try await write { database in
      try database.execute(
        sql: "UPDATE drift SET status = 'gone', seen = ? WHERE folder = ? AND status = 'open'",
        arguments: [audit.time, folder])
      for record in drift {
        try database.execute(
          sql: """
            INSERT INTO drift (folder, address, change, found, seen, status) VALUES (?,?,?,?,?,'open')
            ON CONFLICT (folder, address) DO UPDATE SET
              found = CASE WHEN status = 'gone' AND seen <> excluded.seen THEN excluded.found ELSE found END,
              status = CASE WHEN status = 'dismissed' AND change = excluded.change THEN status ELSE 'open' END,
              change = excluded.change, seen = excluded.seen
            """, arguments: [folder, record.address, record.change, record.found, record.seen])
      }
      try Self.append(audit, to: database)
    }
  }

  /// What is open, by folder and address.
  package func openDrift() async throws(StoreError) -> [DriftRecord] {
    try await read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM drift WHERE status = 'open' ORDER BY folder, address"
      ).map { row in
        DriftRecord(
          folder: row["folder"], address: row["address"], change: row["change"], found: row["found"],
          seen: row["seen"], status: DriftRecord.Status(rawValue: row["status"]) ?? .open)
      }
    }
  }
}
