import Basics
import Digests
import FoundationEssentials
import SafeFiles

/// The keys on this machine: one private key for each person who approves here, and the list of public keys that may.
///
/// Private keys are files for the owner only. The trusted ones are lines of a text file, `ed25519 BASE64 NAME`, which a
/// configuration management may own.
package struct KeyRing: Sendable {
  package let folder: String
  package let trustedFile: String

  /// - Parameters:
  ///   - home: the executor's folder.
  ///   - trustedFile: the list of trusted keys; by default in the folder.
  package init(home: String, trustedFile: String? = nil) {
    folder = "\(home)/keys"
    self.trustedFile = trustedFile ?? "\(home)/trusted-keys"
  }

  /// The private key of a person, nil where there is none here. Throws where others may read the file.
  package func signingKey(of name: String) throws(DeliveryError) -> SigningKey? {
    let file = try path(of: name)
    guard FileManager.default.fileExists(atPath: file) else { return nil }
    do {
      let text = String(decoding: try OwnedFile(file).contents(isSecret: true) ?? [], as: UTF8.self)
      guard let seed = Data(base64Encoded: text.filter { !$0.isWhitespace }),
        let key = SigningKey(bytes: Array(seed))
      else { throw Self.bad("\(file) holds no Ed25519 key. Remove it; the next approval makes a new one.") }
      return key
    } catch let error as DeliveryError {
      throw error
    } catch let error as SafeFileError {
      throw Self.bad(error.detail)
    } catch {
      throw Self.bad("\(file): \(error)")
    }
  }

  /// Makes a person's private key. An existing one is never written over.
  package func makeKey(for name: String) throws(DeliveryError) -> SigningKey {
    let file = try path(of: name)
    guard !FileManager.default.fileExists(atPath: file) else {
      throw Self.bad("\(name) has a key already: \(file)")
    }
    let key = SigningKey()
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      guard
        FileManager.default.createFile(
          atPath: file, contents: Data((Data(key.bytes).base64EncodedString() + "\n").utf8),
          attributes: [.posixPermissions: 0o600])
      else { throw Self.bad("\(file) cannot be written.") }
    } catch let error as DeliveryError {
      throw error
    } catch {
      throw Self.bad("\(file): \(error)")
    }
    return key
  }

  /// The keys that may approve. Throws where the list has a line that cannot be read: a list that is half understood
  /// decides nothing.
  package func trusted() throws(DeliveryError) -> [TrustedKey] {
    let data: [UInt8]
    do {
      guard let bytes = try OwnedFile(trustedFile).contents() else { return [] }
      data = bytes
    } catch {
      throw Self.bad(error.detail)
    }
    var keys: [TrustedKey] = []
    for (index, line) in String(decoding: data, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      let words = line.split(separator: " ")
      guard words.count == 3, words[0] == "ed25519", let key = Self.key(String(words[1])) else {
        throw Self.bad("\(trustedFile):\(index + 1): a line is: ed25519 BASE64 NAME")
      }
      keys.append(TrustedKey(name: String(words[2]), key: key))
    }
    return keys
  }

  /// Adds a key to the list. A name has one key, and a key one name.
  package func trust(_ new: TrustedKey) throws(DeliveryError) {
    _ = try path(of: new.name)
    let all = try trusted()
    guard !all.contains(where: { $0.name == new.name || $0.key == new.key }) else {
      throw Self.bad("\(new.name), or this key, is trusted already. Remove that entry first.")
    }
    try write(all + [new])
  }

  /// Takes a person's key off the list; false where it was not on it.
  package func distrust(_ name: String) throws(DeliveryError) -> Bool {
    let all = try trusted()
    let kept = all.filter { $0.name != name }
    if kept.count < all.count { try write(kept) }
    return kept.count < all.count
  }

  /// The key in a line or a word of base 64; nil where there is none.
  package static func key(_ text: String) -> VerifyingKey? {
    let word = text.split(separator: " ").first { $0 != "ed25519" }.map(String.init) ?? text
    return Data(base64Encoded: word).flatMap { VerifyingKey(bytes: Array($0)) }
  }

  /// As a line of the list.
  package static func line(_ key: TrustedKey) -> String {
    "ed25519 \(Data(key.key.bytes).base64EncodedString()) \(key.name)"
  }

  private func write(_ keys: [TrustedKey]) throws(DeliveryError) {
    do {
      try Data((keys.map(Self.line).joined(separator: "\n") + "\n").utf8)
        .write(to: URL(filePath: trustedFile), options: .atomic)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: trustedFile)
    } catch {
      throw Self.bad("\(trustedFile) cannot be written: \(error)")
    }
  }

  private func path(of name: String) throws(DeliveryError) -> String {
    let isGood = name.utf8.allSatisfy { byte in
      Character(Unicode.Scalar(byte)).isLetter && byte < 0x80 || (0x30...0x39).contains(byte)
        || "._-@".utf8.contains(byte)
    }
    guard isGood, !name.isEmpty, name.utf8.count <= 64, name.first != "." else {
      throw Self.bad(
        "'\(name)' is not a name for a key: letters, digits and . _ - @, at most 64, not beginning with a dot."
      )
    }
    return "\(folder)/\(name).key"
  }

  private static func bad(_ detail: String) -> DeliveryError {
    DeliveryError(.badKey, summary: "The key cannot be used", detail: detail)
  }
}
