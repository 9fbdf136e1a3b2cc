import Basics
import Masking
import Vocabulary

/// Keeps the secrets of a configuration out of everything that is recorded, and puts them back where its own lines come out
/// again: whoever changes a configuration must not get its passwords changed.
struct MaskedLines: Sendable {
  /// The files without their secrets.
  let files: [Artifact]
  /// By path and masked line, what stood there, in order.
  private let originals: [String: [String: [String]]]

  /// - Throws: `RequestError` where a secret stands on several lines, as a private key: no line of it could be told from others.
  init(_ files: [Artifact], mask: SecretMask) throws(RequestError) {
    var masked: [Artifact] = []
    var originals: [String: [String: [String]]] = [:]
    for file in files {
      let text = mask.masked(file.content)
      masked.append(Artifact(path: file.path, content: text))
      guard text != file.content else { continue }
      let (old, new) = (Self.lines(file.content), Self.lines(text))
      guard old.count == new.count else {
        throw RequestError(
          .unusableBase, summary: "The configuration cannot be changed",
          detail:
            "\(file.path) holds a secret of several lines in clear, and nothing of it may be recorded. Keep it elsewhere, as in a secret store, and ask again."
        )
      }
      for (before, after) in zip(old, new) where before != after {
        originals[file.path, default: [:]][after, default: []].append(before)
      }
    }
    self.files = masked
    originalFiles = files
    self.originals = originals
  }

  /// The files as they are.
  let originalFiles: [Artifact]

  /// Whether there is any secret.
  var isEmpty: Bool { originals.isEmpty }

  /// The files with the secrets where they were.
  /// - Throws: `RequestError` where a line with a secret is not there as often as before: it cannot be told which is which.
  func restored(_ files: [Artifact]) throws(RequestError) -> [Artifact] {
    guard !isEmpty else { return files }
    var result: [Artifact] = []
    for file in files {
      guard let secrets = originals[file.path] else {
        result.append(file)
        continue
      }
      var rest = secrets
      var lines = Self.lines(file.content)
      for index in lines.indices where rest[lines[index]]?.isEmpty == false {
        lines[index] = rest[lines[index]]?.removeFirst() ?? lines[index]
      }
      // A block that holds one may be gone; that one stands twice may not be.
      let left = lines.contains { secrets[$0] != nil }
      let isMoved = secrets.contains {
        !(rest[$0.key] ?? []).isEmpty && rest[$0.key]?.count != $0.value.count
      }
      guard !left, !isMoved else {
        throw RequestError(
          .unusableBase, summary: "The change cannot be written",
          detail:
            "Lines of \(file.path) that hold secrets are not where they were, and nothing recorded says which is which. Keep the secrets elsewhere and ask again."
        )
      }
      result.append(Artifact(path: file.path, content: lines.joined(separator: "\n")))
    }
    return result
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
