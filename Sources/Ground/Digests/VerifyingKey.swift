import Crypto

/// An Ed25519 public key.
package struct VerifyingKey: Sendable, Hashable {
  package let bytes: [UInt8]

  init(_ key: Curve25519.Signing.PublicKey) {
    bytes = Array(key.rawRepresentation)
  }

  /// Nil where the bytes are no key.
  package init?(bytes: [UInt8]) {
    do {
      self.init(try Curve25519.Signing.PublicKey(rawRepresentation: bytes))
    } catch {
      return nil
    }
  }

  /// The first 12 digits of the key's digest, for people.
  package var fingerprint: String { Digest(of: bytes).short }

  package func isValid(_ signature: [UInt8], for message: [UInt8]) -> Bool {
    do {
      return try Curve25519.Signing.PublicKey(rawRepresentation: bytes)
        .isValidSignature(signature, for: message)
    } catch {
      return false
    }
  }
}
