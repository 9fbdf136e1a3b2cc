import Records
import Basics
import GRDB

extension Store {
  /// The answer kept under a key; nil where there is none.
  package func answer(_ key: String) async throws(StoreError) -> JSONValue? {
    try await read { database in
      try String.fetchOne(database, sql: "SELECT value FROM answer WHERE key = ?", arguments: [key]).map {
        try JSONValue(parsing: $0)
      }
    }
  }

  /// Keeps an answer; one that is there already stays.
  package func keep(_ answer: AnswerRecord) async throws(StoreError) {
    try await write(changesOnce: true) { database in
      try database.execute(
        sql: "INSERT OR IGNORE INTO answer (key, model, created, value) VALUES (?,?,?,?)",
        arguments: [answer.key, answer.model, answer.created, answer.value.canonical])
    }
  }
}
