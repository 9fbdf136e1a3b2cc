import Records
import Advice
import Basics
import Foundation
import Store

/// The advice that is remembered: listed, and set aside on a person's word.
package struct RememberedAdviceService: Sendable {
  private let storeFile: String
  private let caller: Caller

  package init(installation: Installation, storeFile: String? = nil, caller: Caller? = nil) {
    self.storeFile = storeFile ?? installation.storeFile
    self.caller = caller ?? .login(installation.environment)
  }

  /// - Parameters:
  ///   - until: the last day on which it stays dismissed; nil for always.
  /// - Throws: `AdviceError` for a day that is none, `StoreError` where there is no such advice.
  package func dismiss(_ fingerprint: String, reason: String, until: String?, now: Date = Date()) async throws
    -> AdviceRecord
  {
    if let until, CalendarDay(until) == nil {
      throw AdviceError(
        .configuration, summary: "Not a day", detail: "'\(until)' is not a day such as 2027-01-31.")
    }
    let day = try LocalDay(zone: nil).day(of: now).description
    return try await Store(path: storeFile).dismiss(
      advice: fingerprint, reason: reason, until: until, day: day,
      audit: AuditEntry(
        time: now.ISO8601Format(), actor: caller.name, action: .dismissed, subject: fingerprint,
        detail: reason))
  }

  /// Everything that is remembered.
  package func list() async throws -> [AdviceRecord] {
    try await Store(path: storeFile).advice()
  }
}
