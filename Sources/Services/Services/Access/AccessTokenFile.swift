import Basics
import Foundation
import SafeFiles
import Trust

/// A file of tokens: a line for each, `NAME DIGEST SCOPES`; `#` begins a comment. It decides who is served, so nobody else
/// may be able to write it.
package struct AccessTokenFile: Sendable {
  package let path: String
  private let known: Set<String>

  /// - Parameter known: the scopes that there are.
  package init(_ path: String, known: Set<String>) {
    self.path = path
    self.known = known
  }

  /// That of the person's own configuration.
  package static func usual(_ installation: Installation, known: Set<String>) -> AccessTokenFile {
    let folder = URL(filePath: installation.configurationPlaces.userFile).deletingLastPathComponent()
    return AccessTokenFile(folder.appending(path: "mcp-tokens").path(percentEncoded: false), known: known)
  }

  /// None where there is no such file.
  /// - Throws: `SafeFileError` where others may write it, `AccessTokenError` with the line that is wrong.
  package func tokens() throws -> [AccessToken] {
    guard let bytes = try OwnedFile(path).contents() else { return [] }
    var tokens: [AccessToken] = []
    for (index, line) in String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).enumerated() {
      let text = line.trimmingCharacters(in: .whitespaces)
      if text.isEmpty || text.hasPrefix("#") { continue }
      let token = try AccessToken(line: text, known: known, place: "\(path):\(index + 1)")
      guard !tokens.contains(where: { $0.name == token.name || $0.digest == token.digest }) else {
        throw AccessTokenError(
          .malformed, summary: "A token cannot be used",
          detail: "\(path):\(index + 1): '\(token.name)' or its secret is there twice.")
      }
      tokens.append(token)
    }
    return tokens
  }
}
