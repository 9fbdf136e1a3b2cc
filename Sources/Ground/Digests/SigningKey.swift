import Crypto

/// An Ed25519 private key (RFC 8032). Its bytes are the seed; whoever holds them signs as its owner.
package struct SigningKey: Sendable {
  private let key: Curve25519.Signing.PrivateKey

  /// A new key from the system's randomness.
  package init() {
    key = Curve25519.Signing.PrivateKey()
  }

  /// Nil where the bytes are not a seed of 32 bytes.
  package init?(bytes: [UInt8]) {
    do {
      key = try Curve25519.Signing.PrivateKey(rawRepresentation: bytes)
    } catch {
      return nil
    }
  }

  package var bytes: [UInt8] { Array(key.rawRepresentation) }

  package var verifyingKey: VerifyingKey { VerifyingKey(key.publicKey) }

  /// 64 bytes.
  package func signature(for message: [UInt8]) throws -> [UInt8] {
    Array(try key.signature(for: message))
  }
}
