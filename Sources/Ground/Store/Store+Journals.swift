import Basics
import Digests
import GRDB
import Records

extension Store {
  /// Ends a life of a run, and notes in the trail what its journal has: steps that are cut off, changed or taken out
  /// afterwards are found by that.
  /// - Parameters:
  ///   - folder: nil where it stays as it is.
  ///   - actor: who ran it.
  ///   - time: RFC 3339, UTC.
  package func end(
    run: String, status: RunRecord.Status, folder: String? = nil, actor: String, time: String
  ) async throws(StoreError) {
    try await write { database in
      try database.execute(
        sql: "UPDATE run SET status = ?, folder = COALESCE(?, folder) WHERE id = ?",
        arguments: [status.rawValue, folder, run])
      let last = try Row.fetchOne(
        database, sql: "SELECT sequence, hash FROM step WHERE run = ? ORDER BY sequence DESC LIMIT 1",
        arguments: [run])
      let anchor = JournalAnchor(steps: last?["sequence"] ?? 0, hash: last?["hash"] ?? "")
      try Self.append(
        AuditEntry(
          time: time, actor: actor, action: .ended, subject: run,
          detail: "\(status.rawValue), \(anchor.text)"), to: database)
    }
  }

  /// The journals of all runs, held against their own chains and against what the trail says of them.
  package func journals() async throws(StoreError) -> JournalCheck {
    try await read { database in
      var check = JournalCheck()
      var last: [String: [String]] = [:]
      let rows = try Row.fetchCursor(
        database, sql: "SELECT run, sequence, key, status, value, hash FROM step ORDER BY run, sequence")
      while let row = try rows.next() {
        let run: String = row["run"]
        let sequence: Int = row["sequence"]
        let hashes = last[run] ?? []
        let expected = Self.chained(
          hashes.last ?? "", key: row["key"], status: row["status"], value: row["value"])
        if sequence != hashes.count + 1 || expected != row["hash"] {
          check.note(
            run, detail: "step \(hashes.count + 1) is not what was recorded, or one before it is missing")
        }
        last[run] = hashes + [row["hash"]]
        check.steps += 1
      }
      check.runs = last.count
      let ends = try Row.fetchAll(
        database, sql: "SELECT subject, detail FROM audit WHERE action = ? ORDER BY sequence",
        arguments: [AuditEntry.Action.ended.rawValue])
      for end in ends {
        let run: String = end["subject"]
        guard let anchor = JournalAnchor(end["detail"] as String) else { continue }
        let hashes = last[run] ?? []
        let found = anchor.steps == 0 ? "" : anchor.steps <= hashes.count ? hashes[anchor.steps - 1] : nil
        if found != anchor.hash {
          check.note(run, detail: "the trail says that it had \(anchor.text), and it has not")
        }
      }
      return check
    }
  }

  private static func chained(_ previous: String, key: String, status: String, value: String) -> String {
    Digest(of: "\(previous)\n\(key)\n\(status)\n\(value)").hexadecimal
  }
}
