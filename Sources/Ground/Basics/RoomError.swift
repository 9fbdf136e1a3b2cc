/// The one form of error that every room throws for what is not about a text: for programs a stable code, for people a
/// fixed summary without user data and a detail that says what, why and what to do. Secrets are in neither.
///
/// Each room names its own as `typealias StoreError = RoomError<StoreErrorCode>`.
package struct RoomError<Code: ErrorCode>: ExitStatusProviding, Hashable, Sendable {
  package var code: Code
  package var summary: String
  package var detail: String

  package var exitStatus: ExitStatus { code.exitStatus }

  package init(_ code: Code, summary: String, detail: String) {
    self.code = code
    self.summary = summary
    self.detail = detail
  }
}

extension RoomError: CustomStringConvertible {
  package var description: String { "\(summary): \(detail)" }
}
