import Records
import Digests
import Store

extension Executor {
  /// Puts a key on the list of those that may approve, on record.
  package func trust(_ key: TrustedKey, reason: String = "") async throws {
    try setup.keys.trust(key)
    let note = reason.isEmpty ? "" : ", \(reason)"
    try await store.record(entry(.keyTrusted, subject: key.name, detail: "\(key.key.fingerprint)\(note)"))
  }

  /// Takes a key off the list, on record; false where it was not on it.
  package func distrust(_ name: String) async throws -> Bool {
    guard try setup.keys.distrust(name) else { return false }
    try await store.record(entry(.keyRemoved, subject: name, detail: "may approve no more"))
    return true
  }

  package func trustedKeys() throws -> [TrustedKey] { try setup.keys.trusted() }

  /// The public key of a person on this machine, made where there is none.
  package func ownKey(of name: String) throws -> TrustedKey {
    let ring = setup.keys
    let key = if let found = try ring.signingKey(of: name) { found } else { try ring.makeKey(for: name) }
    return TrustedKey(name: name, key: key.verifyingKey)
  }
}
