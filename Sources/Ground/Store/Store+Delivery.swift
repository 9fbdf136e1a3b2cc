import Records
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

  /// The plan with this id or with an id that begins so; its document is null where the kept text is no JSON, which
  /// whoever reads it refuses. Throws `notFound` where none or several do.
  package func plan(_ prefix: String) async throws(StoreError) -> PlanRecord {
    let found = try await read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM plan WHERE substr(id, 1, length(?1)) = ?1 LIMIT 2", arguments: [prefix]
      ).map(Self.plan)
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

  /// The plan with exactly this id; nil where there is none.
  package func plan(exactly id: String) async throws(StoreError) -> PlanRecord? {
    try await read { database in
      try Row.fetchOne(database, sql: "SELECT * FROM plan WHERE id = ?", arguments: [id]).map(Self.plan)
    }
  }

  private static func plan(_ row: Row) -> PlanRecord {
    PlanRecord(
      id: row["id"], created: row["created"], digest: row["digest"],
      document: JSONValue.document(row["document"] as String) ?? .null)
  }

  /// Whether a statement with this nonce carried an apply before.
  package func isSpent(nonce: String) async throws(StoreError) -> Bool {
    try await read { database in
      try Int.fetchOne(database, sql: "SELECT count(*) FROM spent WHERE nonce = ?", arguments: [nonce]) != 0
    }
  }

  /// Writes the intent to apply and spends the approvals it rests on, in one transaction: of two who try, one succeeds,
  /// and a plan is begun once whatever approvals it has.
  /// - Parameter approvals: the approval's id and the nonce of its statement.
  package func begin(
    _ apply: ApplyRecord, spending approvals: [(id: String, nonce: String)], audit: AuditEntry
  ) async throws(StoreError) {
    try await write { database in
      let begun =
        try Int.fetchOne(database, sql: "SELECT count(*) FROM apply WHERE plan = ?", arguments: [apply.plan])
        ?? 0
      guard begun == 0 else {
        throw StoreError(
          .conflict, summary: "The plan was begun already",
          detail: "Another apply of \(apply.plan) is in the store. A plan is applied once; make a new one.")
      }
      try database.execute(
        sql: "INSERT INTO apply (id, plan, approval, started, status, detail) VALUES (?,?,?,?,?,?)",
        arguments: [apply.id, apply.plan, apply.approval, apply.started, apply.status.rawValue, apply.detail])
      for approval in approvals {
        try Self.spend(approval.id, nonce: approval.nonce, apply: apply, database: database)
      }
      try Self.append(audit, to: database)
    }
  }

  private static func spend(
    _ approval: String, nonce: String, apply: ApplyRecord, database: Database
  ) throws {
    try database.execute(
      sql: "UPDATE approval SET used = ? WHERE id = ? AND used IS NULL AND revoked IS NULL",
      arguments: [apply.started, approval])
    var isUnspent = database.changesCount == 1
    if isUnspent {
      try database.execute(
        sql: "INSERT OR IGNORE INTO spent (nonce, approval, apply) VALUES (?,?,?)",
        arguments: [nonce, approval, apply.id])
      isUnspent = database.changesCount == 1
    }
    guard isUnspent else {
      throw StoreError(
        .conflict, summary: "The approval was used already",
        detail: "An approval is good for one apply. Approve the plan again, or make a new plan.")
    }
  }

  /// - Parameter outcome: what happened to each resource.
  package func end(
    apply: String, status: ApplyRecord.Status, detail: String, outcome: JSONValue = [], audit: AuditEntry
  ) async throws(StoreError) {
    let outcome = outcome.canonical
    try await write { database in
      try database.execute(
        sql: "UPDATE apply SET ended = ?, status = ?, detail = ?, outcome = ? WHERE id = ?",
        arguments: [audit.time, status.rawValue, detail, outcome, apply])
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
      status: ApplyRecord.Status(rawValue: row["status"]) ?? .unknown, detail: row["detail"],
      outcome: JSONValue.document(row["outcome"] as String) ?? .null)
  }
}
