import Records
import Basics
import Store

/// Consultations and runs of tasks: asked, gone on with, made anew, compared and listed.
package struct RunService: Sendable {
  let installation: Installation
  /// The SQLite file with the runs.
  let storeFile: String
  let caller: Caller

  /// - Parameters:
  ///   - storeFile: nil for the installation's own.
  ///   - caller: nil for the login of the installation's environment.
  package init(installation: Installation, storeFile: String? = nil, caller: Caller? = nil) {
    self.installation = installation
    self.storeFile = storeFile ?? installation.storeFile
    self.caller = caller ?? .login(installation.environment)
  }

  /// The store, made where there is none yet.
  func store() throws -> Store { try Store(path: storeFile) }

  /// The runs, the newest first.
  /// - Parameter limit: how many, at most; at least one.
  package func list(limit: Int) async throws -> [RunRecord] {
    try await store().runs(limit: max(1, limit))
  }

  /// The run that an id or the beginning of one means.
  package func find(_ prefix: String) async throws -> RunRecord {
    try await store().run(prefix)
  }
}
