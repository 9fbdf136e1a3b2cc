import Records
import Basics
import Foundation
import GRDB

extension Store {
  /// Keeps what a night came to, all of it or nothing: the records of advice and the report of the day, which takes the
  /// place of an earlier one of the same day.
  package func keep(advice records: [AdviceRecord], night: AdviceNight, audit: AuditEntry)
    async throws(StoreError)
  {
    try await write { database in
      for record in records { try Self.put(record, in: database) }
      try database.execute(
        sql: """
          INSERT INTO advice_night (scope, day, budgets, report) VALUES (?,?,?,?)
          ON CONFLICT (scope, day) DO UPDATE SET budgets = excluded.budgets, report = excluded.report
          """, arguments: [night.scope, night.day, night.budgets, night.report])
      try Self.append(audit, to: database)
    }
  }

  private static func put(_ record: AdviceRecord, in database: Database) throws {
    let addresses = JSONValue.array(record.addresses.map { .string($0) }).compact
    try database.execute(
      sql: """
        INSERT OR REPLACE INTO advice (
          fingerprint, estate, rule, title, address, addresses, status, first, last, changed, predicted, before,
          realised, reason, until)
        VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
        """,
      arguments: [
        record.fingerprint, record.estate, record.rule, record.title, record.address, addresses,
        record.status.rawValue, record.first, record.last, record.changed, record.predicted, record.before,
        record.realised, record.reason, record.until,
      ])
  }

  /// What is remembered of an estate, or of all.
  package func advice(estate: String? = nil) async throws(StoreError) -> [AdviceRecord] {
    try await read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM advice WHERE ?1 IS NULL OR estate = ?1 ORDER BY estate, fingerprint",
        arguments: [estate]
      ).map(Self.adviceRecord)
    }
  }

  private static func adviceRecord(_ row: Row) throws -> AdviceRecord {
    let addresses = try JSONValue(parsing: row["addresses"] as String).array ?? []
    return AdviceRecord(
      fingerprint: row["fingerprint"], estate: row["estate"], rule: row["rule"], title: row["title"],
      address: row["address"], addresses: addresses.compactMap(\.string),
      status: AdviceRecord.Status(rawValue: row["status"]) ?? .unreadable, first: row["first"],
      last: row["last"],
      changed: row["changed"], predicted: row["predicted"], before: row["before"], realised: row["realised"],
      reason: row["reason"], until: row["until"])
  }

  /// Sets advice aside.
  /// - Parameter fingerprint: whole, or as much of it as is its own.
  /// - Throws: `StoreError` with `notFound` where there is no such advice, `conflict` where several begin like that.
  package func dismiss(
    advice fingerprint: String, reason: String, until: String?, day: String, audit: AuditEntry
  ) async throws(StoreError) -> AdviceRecord {
    let path = path
    return try await write { database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT * FROM advice WHERE substr(fingerprint, 1, length(?1)) = ?1 LIMIT 2",
        arguments: [fingerprint])
      guard let row = rows.first, !fingerprint.isEmpty else {
        throw StoreError(
          .notFound, summary: "No such advice",
          detail: "\(path) knows no advice '\(fingerprint)'. A report names the fingerprint of each.")
      }
      guard rows.count == 1 else {
        throw StoreError(
          .conflict, summary: "Several pieces of advice are meant",
          detail: "More than one fingerprint begins with '\(fingerprint)'. Give more of it.")
      }
      var record = try Self.adviceRecord(row)
      record.status = .dismissed
      record.reason = reason
      record.until = until
      record.changed = day
      try Self.put(record, in: database)
      try Self.append(audit, to: database)
      return record
    }
  }

  /// The report of a day.
  package func night(scope: String, day: String) async throws(StoreError) -> AdviceNight? {
    try await read { database in
      try Row.fetchOne(
        database, sql: "SELECT * FROM advice_night WHERE scope = ? AND day = ?", arguments: [scope, day]
      ).map {
        AdviceNight(scope: $0["scope"], day: $0["day"], budgets: $0["budgets"], report: $0["report"])
      }
    }
  }

  /// The latest day before another one that has a report, and its budgets.
  package func lastNight(
    scope: String, before day: String
  ) async throws(StoreError) -> (day: String, budgets: String)? {
    try await read { database in
      try Row.fetchOne(
        database,
        sql: """
          SELECT day, budgets FROM advice_night WHERE scope = ? AND day < ? ORDER BY day DESC LIMIT 1
          """, arguments: [scope, day]
      ).map { ($0["day"], $0["budgets"]) }
    }
  }
}
