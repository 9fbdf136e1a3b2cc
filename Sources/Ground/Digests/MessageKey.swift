import Crypto
import FoundationEssentials

/// A secret that marks messages as one's own (HMAC with SHA-256, RFC 2104). It lives as long as the process that made it.
package struct MessageKey: Sendable {
  private let key = SymmetricKey(size: .bits256)

  package init() {}

  /// The mark of a message, 32 bytes.
  package func mark(of message: [UInt8]) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: message, using: key))
  }

  /// Whether the mark is that of the message; takes the same time for every wrong one.
  package func isMark(_ mark: [UInt8], of message: [UInt8]) -> Bool {
    HMAC<SHA256>.isValidAuthenticationCode(mark, authenticating: message, using: key)
  }

  /// A text that nobody can guess: 128 random bits as 32 hexadecimal digits.
  package static func unguessable() -> String {
    SymmetricKey(size: .bits128).withUnsafeBytes { bytes in
      bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }
}
