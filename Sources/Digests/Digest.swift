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
    let digits = Array("0123456789abcdef".utf8)
    hexadecimal = String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0xF)]] }, as: UTF8.self)
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
