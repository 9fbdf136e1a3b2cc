import Basics
import Digests
import GRDB

extension Store {
  /// Keeps a step for good. Each step's hash covers the one before, so that a changed row is found. Steps that are kept
  /// at the same time share one transaction.
  /// Throws `conflict` when the run already has a step with this key.
  package func record(_ step: StepRecord, run: String) async throws(StoreError) {
    let item = StepQueue.Item(run: run, step: step, value: step.value.canonical)
    let (database, path) = (database, path)
    try await steps.keep(item) { items in
      // A task of its own: the writer's own cancellation must not undo the others' steps.
      await Task {
        do {
          return try await database.write { database in try items.map { try Self.insert($0, into: database) }
          }
        } catch {
          return items.map { _ in .failure(error as? StoreError ?? StoreError(error, path: path)) }
        }
      }.value
    }
  }

  /// Throws only what fails every step of the transaction.
  private static func insert(
    _ item: StepQueue.Item, into database: Database
  ) throws -> Result<Void, StoreError> {
    let last = try Row.fetchOne(
      database.cachedStatement(
        sql: "SELECT sequence, hash FROM step WHERE run = ? ORDER BY sequence DESC LIMIT 1"),
      arguments: [item.run])
    let hash = hash(previous: last?["hash"] ?? "", step: item.step, value: item.value)
    do {
      try database.cachedStatement(
        sql: "INSERT INTO step (run, sequence, key, status, value, hash) VALUES (?,?,?,?,?,?)"
      ).execute(arguments: [
        item.run, (last?["sequence"] ?? 0) + 1, item.step.key, item.step.status.rawValue, item.value,
        hash.hexadecimal,
      ])
    } catch let error as DatabaseError
      where error.extendedResultCode == .SQLITE_CONSTRAINT_PRIMARYKEY
      || error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE
    {
      return .failure(
        StoreError(
          .conflict, summary: "A step was recorded twice",
          detail: "The run \(item.run) already has '\(item.step.key)': is another process working on it?"))
    }
    return .success(())
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
