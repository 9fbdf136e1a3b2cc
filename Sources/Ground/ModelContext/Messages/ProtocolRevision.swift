/// A revision of the Model Context Protocol that both ends can speak.
package enum ProtocolRevision: String, Hashable, Sendable, CaseIterable {
  /// Stateless: every request says its revision and what its client can do.
  case stateless = "2026-07-28"
  /// With a handshake; the last of that era.
  case handshake = "2025-11-25"
  /// Earlier ones with the same handshake and messages that are a part of the last one's.
  case june2025 = "2025-06-18"
  case march2025 = "2025-03-26"
  case november2024 = "2024-11-05"

  /// Whether a connection begins with `initialize`.
  package var hasHandshake: Bool { self != .stateless }

  /// What `server/discover` names: those that need no handshake.
  package static let withoutHandshake = allCases.filter { !$0.hasHandshake }.map(\.rawValue)
}
