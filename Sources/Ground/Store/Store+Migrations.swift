import GRDB

extension Store {
  /// Append-only: a released migration is never edited.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 runs and steps") { database in
      try database.execute(sql: "PRAGMA application_id = \(StoreSettings.applicationID)")
      try database.execute(
        sql: """
          CREATE TABLE run (
            id TEXT PRIMARY KEY, created TEXT NOT NULL, title TEXT NOT NULL, request TEXT NOT NULL,
            crew TEXT NOT NULL, mode TEXT NOT NULL, status TEXT NOT NULL, folder TEXT) STRICT;
          CREATE INDEX run_created ON run (created DESC);
          CREATE TABLE step (
            run TEXT NOT NULL REFERENCES run (id), sequence INTEGER NOT NULL, key TEXT NOT NULL,
            status TEXT NOT NULL, value TEXT NOT NULL, hash TEXT NOT NULL,
            PRIMARY KEY (run, key), UNIQUE (run, sequence)) STRICT, WITHOUT ROWID;
          """)
    }
    migrator.registerMigration("2 plans, approvals and applies") { database in
      try database.execute(
        sql: """
          CREATE TABLE plan (
            id TEXT PRIMARY KEY, created TEXT NOT NULL, digest TEXT NOT NULL, document TEXT NOT NULL) STRICT;
          CREATE TABLE approval (
            id TEXT PRIMARY KEY, plan TEXT NOT NULL REFERENCES plan (id), digest TEXT NOT NULL,
            approver TEXT NOT NULL, created TEXT NOT NULL, expires TEXT NOT NULL, comment TEXT NOT NULL,
            used TEXT) STRICT;
          CREATE TABLE apply (
            id TEXT PRIMARY KEY, plan TEXT NOT NULL REFERENCES plan (id),
            approval TEXT NOT NULL UNIQUE REFERENCES approval (id), started TEXT NOT NULL, ended TEXT,
            status TEXT NOT NULL, detail TEXT NOT NULL) STRICT;
          """)
    }
    migrator.registerMigration("3 audit trail") { database in
      try database.execute(
        sql: """
          CREATE TABLE audit (
            sequence INTEGER PRIMARY KEY, time TEXT NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL,
            subject TEXT NOT NULL, detail TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
          """)
    }
    migrator.registerMigration("4-signed approvals, outcomes and drift") { database in
      try database.execute(
        sql: """
          ALTER TABLE approval ADD COLUMN envelope TEXT NOT NULL DEFAULT '';
          ALTER TABLE approval ADD COLUMN revoked TEXT;
          CREATE TABLE spent (
            nonce TEXT PRIMARY KEY, approval TEXT NOT NULL REFERENCES approval (id),
            apply TEXT NOT NULL REFERENCES apply (id)) STRICT, WITHOUT ROWID;
          ALTER TABLE apply ADD COLUMN outcome TEXT NOT NULL DEFAULT '[]';
          CREATE INDEX apply_plan ON apply (plan);
          CREATE TABLE drift (
            folder TEXT NOT NULL, address TEXT NOT NULL, change TEXT NOT NULL, found TEXT NOT NULL,
            seen TEXT NOT NULL, status TEXT NOT NULL, PRIMARY KEY (folder, address)) STRICT, WITHOUT ROWID;
          """)
    }
    migrator.registerMigration("5 answers of models") { database in
      try database.execute(
        sql: """
          CREATE TABLE answer (
            key TEXT PRIMARY KEY, model TEXT NOT NULL, created TEXT NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
          """)
    }
    migrator.registerMigration("6 memory and calibration") { database in
      try database.execute(
        sql: """
          CREATE TABLE memory (
            sequence INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, run TEXT NOT NULL, created TEXT NOT NULL,
            kind TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, evidence TEXT NOT NULL,
            importance REAL NOT NULL, trust TEXT NOT NULL) STRICT;
          CREATE VIRTUAL TABLE memory_words USING fts5 (
            title, text, content = 'memory', content_rowid = 'sequence', tokenize = 'porter unicode61');
          CREATE TABLE claim (
            run TEXT NOT NULL, agent TEXT NOT NULL, model TEXT NOT NULL, draft TEXT NOT NULL,
            confidence REAL NOT NULL, created TEXT NOT NULL, chosen INTEGER NOT NULL,
            PRIMARY KEY (run, agent, draft)) STRICT, WITHOUT ROWID;
          """)
    }
    migrator.registerMigration("7-advice") { database in
      try database.execute(
        sql: """
          CREATE TABLE advice (
            fingerprint TEXT PRIMARY KEY, estate TEXT NOT NULL, rule TEXT NOT NULL, title TEXT NOT NULL,
            address TEXT NOT NULL, addresses TEXT NOT NULL, status TEXT NOT NULL, first TEXT NOT NULL,
            last TEXT NOT NULL, changed TEXT NOT NULL, predicted REAL, before REAL, realised REAL,
            reason TEXT NOT NULL, until TEXT) STRICT, WITHOUT ROWID;
          CREATE INDEX advice_estate ON advice (estate);
          CREATE TABLE advice_night (
            scope TEXT NOT NULL, day TEXT NOT NULL, budgets TEXT NOT NULL, report TEXT NOT NULL,
            PRIMARY KEY (scope, day)) STRICT, WITHOUT ROWID;
          """)
    }
    return migrator
  }
}
