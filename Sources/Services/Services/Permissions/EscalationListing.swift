import Basics
import Permissions

/// The ways in which identities of a configuration can widen their own permissions, for people and programs.
package struct EscalationListing: Sendable {
  let found: [PermissionEscalation]

  package var text: String {
    found.isEmpty ? "No way was found.\n" : found.map(\.text).joined()
  }

  package func json() throws -> JSONValue {
    .array(try found.map { try JSONValue(encoding: $0) })
  }
}
