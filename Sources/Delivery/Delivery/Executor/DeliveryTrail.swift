import Basics
import FoundationEssentials
import Logs
import Masking
import Records
import Store

/// What the executor puts on record: the audit trail of who did what, secrets masked, with the one clock of the executor.
struct DeliveryTrail: Sendable {
  let store: Store
  /// Who runs the executor.
  let actor: String
  let mask: SecretMask
  let now: @Sendable () -> Date

  private static let log = Log.of("delivery")

  /// The time it is, or the newest of the trail where the clock was set back: an approval that was over stays over.
  func latest() async throws -> Date {
    let newest = try await store.newestAuditTime().flatMap { text in
      do {
        return try Date(text, strategy: .iso8601)
      } catch {
        // A row that somebody wrote over says nothing of the time; `audit verify` names it.
        return nil
      }
    }
    return max(now(), newest ?? .distantPast)
  }

  func timestamp(_ date: Date) -> String { date.ISO8601Format() }

  /// An entry of the trail, for the store to keep together with what it is about.
  /// - Parameter actor: whose act it is; nil for who runs the executor.
  func entry(_ action: AuditEntry.Action, subject: String, detail: String, by actor: String? = nil)
    -> AuditEntry
  {
    let masked = mask.masked(detail)
    Self.log.info("\(action.rawValue) \(subject): \(masked)")
    return AuditEntry(
      time: timestamp(now()), actor: actor ?? self.actor, action: action, subject: subject, detail: masked)
  }

  func record(_ action: AuditEntry.Action, subject: String, detail: String, by actor: String? = nil)
    async throws
  {
    try await store.record(entry(action, subject: subject, detail: detail, by: actor))
  }
}
