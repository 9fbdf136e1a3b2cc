import Advice
import Basics
import Foundation
import Store

/// Sets advice aside on a person's word.
package struct Dismissing: Sendable {
  private let storeFile: String
  private let actor: String

  package init(storeFile: String, installation: Installation) {
    self.storeFile = storeFile
    actor = installation.environment["USER"] ?? "unknown"
  }

  /// - Parameters:
  ///   - until: the last day on which it stays dismissed; nil for always.
  /// - Throws: `AdviceError` for a day that is none, `StoreError` where there is no such advice.
  package func dismiss(_ fingerprint: String, reason: String, until: String?, now: Date = Date()) async throws
    -> AdviceRecord
  {
    if let until, CalendarDay(until) == nil {
      throw AdviceError(
        .configuration, summary: "Not a day", detail: "'\(until)' is no day such as 2027-01-31.")
    }
    let day = try LocalDay(zone: nil).day(of: now).description
    return try await Store(path: storeFile).dismiss(
      advice: fingerprint, reason: reason, until: until, day: day,
      audit: AuditEntry(
        time: now.ISO8601Format(), actor: actor, action: .dismissed, subject: fingerprint, detail: reason))
  }

  /// Everything that is remembered.
  package func remembered() async throws -> [AdviceRecord] {
    try await Store(path: storeFile).advice()
  }
}
