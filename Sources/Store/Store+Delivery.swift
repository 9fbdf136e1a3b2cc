import Basics
import GRDB

extension Store {
  package func keep(_ plan: PlanRecord, audit: AuditEntry) async throws(StoreError) {
    let document = plan.document.canonical
    try await write { database in
      try database.execute(
        sql: "INSERT INTO plan (id, created, digest, document) VALUES (?,?,?,?)",
        arguments: [plan.id, plan.created, plan.digest, document])
      try Self.append(audit, to: database)
    }
  }

  /// The plan with this id or with an id that begins so. Throws `notFound` where none or several do.
  package func plan(_ prefix: String) async throws(StoreError) -> PlanRecord {
    let found = try await read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM plan WHERE substr(id, 1, length(?1)) = ?1 LIMIT 2", arguments: [prefix]
      ).map { row in
        PlanRecord(
          id: row["id"], created: row["created"], digest: row["digest"],
          document: try JSONValue(parsing: row["document"] as String))
      }
    }
    guard let plan = found.first, found.count == 1, !prefix.isEmpty else {
      throw StoreError(
        .notFound, summary: "No such plan",
        detail:
          "\(found.isEmpty ? "No plan begins" : "Several plans begin") with '\(prefix)'. `consilium plan DIR` makes one."
      )
    }
    return plan
  }

  package func keep(_ approval: ApprovalRecord, audit: AuditEntry) async throws(StoreError) {
    try await write { database in
      try database.execute(
        sql:
          "INSERT INTO approval (id, plan, digest, approver, created, expires, comment) VALUES (?,?,?,?,?,?,?)",
        arguments: [
          approval.id, approval.plan, approval.digest, approval.approver, approval.created, approval.expires,
          approval.comment,
        ])
      try Self.append(audit, to: database)
    }
  }

  /// Every approval of a plan, the newest first.
  package func approvals(plan: String) async throws(StoreError) -> [ApprovalRecord] {
    try await read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM approval WHERE plan = ? ORDER BY created DESC, id DESC",
        arguments: [plan]
      ).map { row in
        ApprovalRecord(
          id: row["id"], plan: row["plan"], digest: row["digest"], approver: row["approver"],
          created: row["created"], expires: row["expires"], comment: row["comment"], used: row["used"])
      }
    }
  }

  /// Marks the approval used and writes the intent to apply, in one transaction: of two who try, one succeeds.
  package func begin(_ apply: ApplyRecord, audit: AuditEntry) async throws(StoreError) {
    try await write { database in
      try database.execute(
        sql: "UPDATE approval SET used = ? WHERE id = ? AND used IS NULL",
        arguments: [apply.started, apply.approval])
      guard database.changesCount == 1 else {
        throw StoreError(
          .conflict, summary: "The approval was used already",
          detail: "An approval is good for one apply. Approve the plan again, or make a new plan.")
      }
      try database.execute(
        sql: "INSERT INTO apply (id, plan, approval, started, status, detail) VALUES (?,?,?,?,?,?)",
        arguments: [apply.id, apply.plan, apply.approval, apply.started, apply.status.rawValue, apply.detail])
      try Self.append(audit, to: database)
    }
  }

  package func end(
    apply: String, status: ApplyRecord.Status, detail: String, audit: AuditEntry
  ) async throws(StoreError) {
    try await write { database in
      try database.execute(
        sql: "UPDATE apply SET ended = ?, status = ?, detail = ? WHERE id = ?",
        arguments: [audit.time, status.rawValue, detail, apply])
      try Self.append(audit, to: database)
    }
  }

  /// Every apply of a plan, the newest first.
  package func applies(plan: String) async throws(StoreError) -> [ApplyRecord] {
    try await read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM apply WHERE plan = ? ORDER BY rowid DESC", arguments: [plan]
      ).map(Self.apply)
    }
  }

  /// Every apply, the newest first.
  package func applies() async throws(StoreError) -> [ApplyRecord] {
    try await read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM apply ORDER BY rowid DESC").map(Self.apply)
    }
  }

  /// The apply with this id or with an id that begins so. Throws `notFound` where none or several do.
  package func apply(_ prefix: String) async throws(StoreError) -> ApplyRecord {
    let found = try await applies().filter { $0.id.hasPrefix(prefix) }
    guard let apply = found.first, found.count == 1, !prefix.isEmpty else {
      throw StoreError(
        .notFound, summary: "No such apply",
        detail:
          "\(found.isEmpty ? "No apply begins" : "Several applies begin") with '\(prefix)'. `consilium audit` lists them."
      )
    }
    return apply
  }

  private static func apply(_ row: Row) -> ApplyRecord {
    ApplyRecord(
      id: row["id"], plan: row["plan"], approval: row["approval"], started: row["started"],
      ended: row["ended"],
      status: ApplyRecord.Status(rawValue: row["status"]) ?? .unknown, detail: row["detail"])
  }
}
