import Records
import Basics
import GRDB

extension Store {
  package func keep(_ approval: ApprovalRecord, audit: AuditEntry) async throws(StoreError) {
    try await write { database in
      try database.execute(
        sql:
          "INSERT INTO approval (id, plan, digest, approver, created, expires, comment, envelope) VALUES (?,?,?,?,?,?,?,?)",
        arguments: [
          approval.id, approval.plan, approval.digest, approval.approver, approval.created, approval.expires,
          approval.comment, approval.envelope,
        ])
      try Self.append(audit, to: database)
    }
  }

  /// Every approval of a plan, or of all plans, the newest first.
  package func approvals(plan: String? = nil) async throws(StoreError) -> [ApprovalRecord] {
    try await read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT * FROM approval WHERE ?1 IS NULL OR plan = ?1 ORDER BY created DESC, rowid DESC",
        arguments: [plan]
      ).map(Self.approval)
    }
  }

  /// The approval with this id or with an id that begins so. Throws `notFound` where none or several do.
  package func approval(_ prefix: String) async throws(StoreError) -> ApprovalRecord {
    let found = try await read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM approval WHERE substr(id, 1, length(?1)) = ?1 LIMIT 2",
        arguments: [prefix]
      ).map(Self.approval)
    }
    guard let approval = found.first, found.count == 1, !prefix.isEmpty else {
      throw StoreError(
        .notFound, summary: "No such approval",
        detail:
          "\(found.isEmpty ? "No approval begins" : "Several approvals begin") with '\(prefix)'. `consilium approvals` lists them."
      )
    }
    return approval
  }

  /// Takes an approval back. Throws `conflict` where it was used or taken back before.
  package func revoke(approval: String, audit: AuditEntry) async throws(StoreError) {
    try await write { database in
      try database.execute(
        sql: "UPDATE approval SET revoked = ? WHERE id = ? AND used IS NULL AND revoked IS NULL",
        arguments: [audit.time, approval])
      guard database.changesCount == 1 else {
        throw StoreError(
          .conflict, summary: "The approval is not open",
          detail: "\(approval) was used or taken back already, and neither can be undone.")
      }
      try Self.append(audit, to: database)
    }
  }

  private static func approval(_ row: Row) -> ApprovalRecord {
    ApprovalRecord(
      id: row["id"], plan: row["plan"], digest: row["digest"], approver: row["approver"],
      created: row["created"], expires: row["expires"], comment: row["comment"], envelope: row["envelope"],
      used: row["used"], revoked: row["revoked"])
  }
}
