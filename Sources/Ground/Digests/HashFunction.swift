import Crypto

/// The hash functions that configurations may call. MD5 and SHA-1 are there because files name them; nothing of ours
/// is bound with them.
package enum HashFunction: String, Sendable, CaseIterable {
  case md5, sha1, sha256, sha512

  package func bytes(of message: [UInt8]) -> [UInt8] {
    switch self {
    case .md5: Array(Insecure.MD5.hash(data: message))
    case .sha1: Array(Insecure.SHA1.hash(data: message))
    case .sha256: Array(SHA256.hash(data: message))
    case .sha512: Array(SHA512.hash(data: message))
    }
  }

  /// Lower-case hexadecimal digits.
  package func hexadecimal(of message: [UInt8]) -> String {
    bytes(of: message).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
