import Basics
import Foundation
import Records
import Store

/// The trail of every request, plan, approval, refusal, override and apply.
package struct AuditService: Sendable {
  private let storeFile: String

  /// - Parameter storeFile: nil for the installation's own.
  package init(installation: Installation, storeFile: String? = nil) {
    self.storeFile = storeFile ?? installation.storeFile
  }

  /// The rows after a number, the oldest first.
  package func rows(after sequence: Int = 0) async throws -> [AuditRow] {
    try await Store(path: storeFile).audit(after: sequence)
  }

  /// What a look at the whole trail came to.
  package struct Verification: Sendable {
    package let rows: Int
    /// The first row that is not what was written; nil where all are.
    package let firstBroken: Int?
    /// The steps that runs kept, held against their chains and the trail.
    package let journals: JournalCheck
  }

  /// Looks at the chain, and where an earlier export is given at what it has.
  /// - Parameter export: a file as `audit export` prints it.
  /// - Throws: `AuditError` for a file that is no export.
  package func verify(against export: String? = nil) async throws -> Verification {
    let store = try Store(path: storeFile)
    var broken = try await store.firstBrokenAuditRow()
    if broken == nil, let export { broken = try await store.firstRowUnlike(try Self.rows(of: export)) }
    return Verification(
      rows: try await store.audit().count, firstBroken: broken, journals: try await store.journals())
  }

  private static func rows(of file: String) throws -> [AuditRow] {
    let text = String(decoding: try Data(contentsOf: URL(filePath: file)), as: UTF8.self)
    return try text.split(separator: "\n").map { line in
      do {
        return try JSONValue(parsing: String(line)).decoded(as: AuditRow.self)
      } catch {
        throw AuditError(
          .notAnExport, summary: "Not an export of the trail",
          detail: "\(file) cannot be read as one: \(error)")
      }
    }
  }
}
