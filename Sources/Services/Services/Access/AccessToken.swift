import Basics
import Digests

/// A secret that stands for a caller over the network; only its digest is kept.
package struct AccessToken: Hashable, Sendable {
  /// The caller, in letters, digits, `-` and `_`: it names a folder, too.
  package let name: String
  /// SHA-256 of the secret, in hexadecimal.
  package let digest: String
  package let scopes: Set<String>

  /// A new secret for a caller, which is shown once, and what is kept of it.
  /// - Throws: `AccessTokenError` for a name or scopes that cannot be used.
  package static func make(
    _ name: String, scopes: Set<String>, known: Set<String>
  ) throws(AccessTokenError) -> (secret: String, token: AccessToken) {
    let secret = "ct_" + MessageKey.unguessable() + MessageKey.unguessable()
    let line = "\(name) \(Self.digest(of: secret)) \(scopes.sorted().joined(separator: ","))"
    return (secret, try AccessToken(line: line, known: known, place: "the arguments"))
  }

  package static func digest(of secret: String) -> String { Digest(of: secret).hexadecimal }

  /// As it stands in a file of tokens.
  package var line: String { "\(name) \(digest) \(scopes.sorted().joined(separator: ","))" }

  /// - Parameters:
  ///   - known: the scopes that there are.
  ///   - place: for messages.
  init(line: String, known: Set<String>, place: String) throws(AccessTokenError) {
    let words = line.split(separator: " ").map(String.init)
    guard words.count == 3 else { throw Self.refusal(place, why: "A line is NAME DIGEST SCOPES.") }
    let scopes = Set(words[2].split(separator: ",").map(String.init))
    guard Self.isName(words[0]) else {
      throw Self.refusal(place, why: "'\(words[0])' is no name of 1 to 40 letters, digits, '-' and '_'.")
    }
    guard words[1].utf8.count == 64, words[1].utf8.allSatisfy(Self.isDigit) else {
      throw Self.refusal(
        place, why: "The second word is a SHA-256 of 64 hexadecimal digits in small letters.")
    }
    guard !scopes.isEmpty, scopes.isSubset(of: known) else {
      throw Self.refusal(
        place, why: "The scopes are \(known.sorted().joined(separator: ", ")), with commas between.")
    }
    name = words[0]
    digest = words[1]
    self.scopes = scopes
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }

  private static func isName(_ text: String) -> Bool {
    (1...40).contains(text.utf8.count)
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
  }

  private static func refusal(_ place: String, why: String) -> AccessTokenError {
    AccessTokenError(.malformed, summary: "A token cannot be used", detail: "\(place): \(why)")
  }
}
