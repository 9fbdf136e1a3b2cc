import Records
import Basics
import GRDB

extension Store {
  /// - Parameters:
  ///   - setup: the run's first step, kept in the same transaction: what was begun can be gone on with.
  ///   - audit: who asked, likewise.
  package func begin(
    _ run: RunRecord, setup: StepRecord? = nil, audit: AuditEntry? = nil
  ) async throws(StoreError) {
    try await write(changesOnce: audit == nil && setup == nil) { database in
      try database.cachedStatement(
        sql:
          "INSERT INTO run (id, created, title, request, crew, mode, status, folder) VALUES (?,?,?,?,?,?,?,?)"
      ).execute(arguments: [
        run.id, run.created, run.title, run.request, run.crew, run.mode, run.status.rawValue, run.folder,
      ])
      if let setup { try Self.append(setup, run: run.id, to: database) }
      if let audit { try Self.append(audit, to: database) }
    }
  }

  /// Sets what is known only later; what is nil stays as it is.
  package func update(
    run: String, status: RunRecord.Status? = nil, title: String? = nil, folder: String? = nil
  ) async throws(StoreError) {
    try await write { database in
      try database.execute(
        sql: """
          UPDATE run SET status = COALESCE(?, status), title = COALESCE(?, title), folder = COALESCE(?, folder)
          WHERE id = ?
          """, arguments: [status?.rawValue, title, folder, run])
    }
  }

  /// The newest first.
  package func runs(limit: Int = 100) async throws(StoreError) -> [RunRecord] {
    try await read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM run ORDER BY created DESC, id DESC LIMIT ?", arguments: [limit]
      )
      .map(Self.run)
    }
  }

  /// The run with this id or, when only one has it, with an id that begins so; `latest` is the newest one. Throws `notFound`
  /// otherwise.
  package func run(_ prefix: String) async throws(StoreError) -> RunRecord {
    if prefix == "latest", let newest = try await runs(limit: 1).first { return newest }
    let found = try await read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM run WHERE substr(id, 1, length(?1)) = ?1 LIMIT 2", arguments: [prefix]
      ).map(Self.run)
    }
    guard let run = found.first, !prefix.isEmpty else {
      throw StoreError(
        .notFound, summary: "No such run",
        detail: "No run begins with '\(prefix)'. `consilium runs` lists them.")
    }
    guard found.count == 1 || run.id == prefix else {
      throw StoreError(
        .notFound, summary: "More than one run",
        detail: "Several runs begin with '\(prefix)'; give more of the id.")
    }
    return run
  }

  private static func run(_ row: Row) -> RunRecord {
    RunRecord(
      id: row["id"], created: row["created"], title: row["title"], request: row["request"], crew: row["crew"],
      mode: row["mode"], status: RunRecord.Status(rawValue: row["status"]) ?? .failed, folder: row["folder"])
  }
}
