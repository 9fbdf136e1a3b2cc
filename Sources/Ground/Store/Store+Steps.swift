import Records
import Basics
import Digests
import GRDB

extension Store {
  /// Keeps a step for good. Each step's hash covers the one before, so that a changed row is found.
  /// Throws `conflict` when the run already has a step with this key.
  package func record(_ step: StepRecord, run: String) async throws(StoreError) {
    try await write(changesOnce: true) { database in try Self.append(step, run: run, to: database) }
  }

  /// Enters a step behind the last of its run, within a transaction.
  static func append(_ step: StepRecord, run: String, to database: Database) throws {
    let value = step.value.canonical
    let last = try Row.fetchOne(
      database.cachedStatement(
        sql: "SELECT sequence, hash FROM step WHERE run = ? ORDER BY sequence DESC LIMIT 1"),
      arguments: [run])
    let hash = Self.hash(previous: last?["hash"] ?? "", step: step, value: value)
    do {
      try database.cachedStatement(
        sql: "INSERT INTO step (run, sequence, key, status, value, hash) VALUES (?,?,?,?,?,?)"
      ).execute(arguments: [
        run, (last?["sequence"] ?? 0) + 1, step.key, step.status.rawValue, value, hash.hexadecimal,
      ])
    } catch let error as DatabaseError
      where error.extendedResultCode == .SQLITE_CONSTRAINT_PRIMARYKEY
      || error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE
    {
      throw StoreError(
        .conflict, summary: "A step was recorded twice",
        detail: "The run \(run) already has '\(step.key)': is another process working on it?")
    }
  }

  /// Every step of a run in the order in which they were kept. Throws `corrupt` where the chain is broken.
  package func steps(run: String) async throws(StoreError) -> [StepRecord] {
    let path = path
    return try await read { database in
      var previous = ""
      return try Row.fetchAll(
        database, sql: "SELECT key, status, value, hash FROM step WHERE run = ? ORDER BY sequence",
        arguments: [run]
      ).map { row in
        let text: String = row["value"]
        let key: String = row["key"]
        let step = StepRecord(
          key: key, status: StepRecord.Status(rawValue: row["status"]) ?? .failed,
          value: try JSONValue(parsing: text))
        let hash = Self.hash(previous: previous, step: step, value: text).hexadecimal
        guard hash == row["hash"] else {
          throw StoreError(
            .corrupt, summary: "The journal was changed",
            detail: "\(path): step '\(key)' of run \(run) is not what was recorded.")
        }
        previous = hash
        return step
      }
    }
  }

  private static func hash(previous: String, step: StepRecord, value: String) -> Digest {
    Digest(of: "\(previous)\n\(step.key)\n\(step.status.rawValue)\n\(value)")
  }
}
