import Basics
import Crypto

/// A SHA-256 digest (FIPS 180-4), printed as 64 lower-case hexadecimal digits.
package struct Digest: Hashable, Sendable, Codable, CustomStringConvertible {
  package let hexadecimal: String

  package init(of bytes: some Sequence<UInt8>) {
    self.init(SHA256.hash(data: Array(bytes)))
  }

  package init(of text: String) {
    self.init(of: text.utf8)
  }

  /// The digest of a document's canonical form: equal documents give equal digests.
  package init(of document: JSONValue) {
    self.init(of: document.canonical)
  }

  private init(_ digest: SHA256.Digest) {
    func digit(_ value: UInt8) -> UInt8 {
      value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
    hexadecimal = String(unsafeUninitializedCapacity: 2 * SHA256.byteCount) { digits in
      for (index, byte) in digest.enumerated() {
        digits[2 * index] = digit(byte >> 4)
        digits[2 * index + 1] = digit(byte & 0xF)
      }
      return 2 * SHA256.byteCount
    }
  }

  package init(from decoder: any Decoder) throws {
    hexadecimal = try decoder.singleValueContainer().decode(String.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(hexadecimal)
  }

  package var description: String { hexadecimal }

  /// The first 12 digits, for people; programs compare the whole.
  package var short: String { String(hexadecimal.prefix(12)) }
}
