import Basics
import Records
import Digests
import Store

/// The keys that people on this machine sign with, and the list of those whose approvals count.
struct ApproverKeys: Sendable {
  let ring: KeyRing
  let trail: DeliveryTrail

  /// Puts a key on the list of those that may approve, on record.
  func trust(_ key: TrustedKey, reason: String = "") async throws {
    try ring.trust(key)
    let note = reason.isEmpty ? "" : ", \(reason)"
    try await trail.record(.keyTrusted, subject: key.name, detail: "\(key.key.fingerprint)\(note)")
  }

  /// Takes a key off the list, on record; false where it was not on it.
  func distrust(_ name: String) async throws -> Bool {
    guard try ring.distrust(name) else { return false }
    try await trail.record(.keyRemoved, subject: name, detail: "may approve no more")
    return true
  }

  /// The keys whose approvals count.
  func trusted() throws -> [TrustedKey] { try ring.trusted() }

  /// The public key of a person on this machine, made where there is none.
  func own(_ name: String) throws -> TrustedKey {
    let key = if let found = try ring.signingKey(of: name) { found } else { try ring.makeKey(for: name) }
    return TrustedKey(name: name, key: key.verifyingKey)
  }

  /// The approver's key when it is trusted. The very first key on a machine is made and trusted at once, on record; any
  /// later one is trusted by a person.
  func signing(of name: String) async throws -> SigningKey {
    let trusted = try ring.trusted()
    if let key = try ring.signingKey(of: name) {
      guard trusted.contains(where: { $0.name == name && $0.key == key.verifyingKey }) else {
        throw untrusted(name)
      }
      return key
    }
    let key = try ring.makeKey(for: name)
    guard trusted.isEmpty else { throw untrusted(name) }
    try await trust(TrustedKey(name: name, key: key.verifyingKey), reason: "the first key on this machine")
    return key
  }

  private func untrusted(_ name: String) -> DeliveryError {
    DeliveryError(
      .untrustedKey, summary: "The approver's key is not trusted",
      detail:
        "\(name) has a key on this machine that is not on the list of trusted keys. Whoever answers for the list adds it: consilium keys trust \(name)"
    )
  }
}
