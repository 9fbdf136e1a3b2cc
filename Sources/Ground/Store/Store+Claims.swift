import Records
import Basics
import GRDB

extension Store {
  /// Keeps what was claimed in a run; a run that is finished twice claims once.
  package func claim(_ claims: [ClaimRecord]) async throws(StoreError) {
    try await write { database in
      for claim in claims {
        try database.execute(
          sql: """
            INSERT OR IGNORE INTO claim (run, agent, model, draft, confidence, created, chosen)
            VALUES (?,?,?,?,?,?,?)
            """,
          arguments: [
            claim.run, claim.agent, claim.model, claim.draft, claim.confidence, claim.created, claim.isChosen,
          ])
      }
    }
  }

  /// Claims on drafts that were chosen and whose outcome is known: a plan or an apply that went well, or an apply or a
  /// plan that failed. The oldest first.
  /// - Parameter agent: nil for all.
  package func settledClaims(
    agent: String? = nil
  ) async throws(StoreError) -> [(claim: ClaimRecord, isRight: Bool)] {
    try await read { database in
      try Row.fetchAll(
        database,
        sql: """
          \(Self.fates)
          SELECT claim.*, fate.outcome AS outcome FROM claim JOIN fate ON fate.run = claim.run
          WHERE chosen = 1 AND (?1 IS NULL OR agent = ?1) ORDER BY created, claim.run
          """, arguments: [agent]
      ).map { row in
        (
          ClaimRecord(
            run: row["run"], agent: row["agent"], model: row["model"], draft: row["draft"],
            confidence: row["confidence"], created: row["created"], isChosen: row["chosen"]),
          MemoryRecord.Outcome(rawValue: row["outcome"])?.isDisproved == false
        )
      }
    }
  }
}
