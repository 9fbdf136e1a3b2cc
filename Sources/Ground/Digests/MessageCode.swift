import Crypto

/// An HMAC with SHA-256 (RFC 2104) under a key that others know, too: what a service that shares a secret asks for.
package enum MessageCode {
  /// 32 bytes.
  package static func code(of message: some Sequence<UInt8>, key: [UInt8]) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: Array(message), using: SymmetricKey(data: key)))
  }
}
