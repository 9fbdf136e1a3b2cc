import Basics
import Foundation
import ModelContext

/// The folder that a caller may name files in, whatever links lie there.
struct FolderRoot: Sendable {
  private let path: String

  init(_ path: String) {
    self.path = Self.real(path)
  }

  /// The file or folder that a path means, relative to this one.
  /// - Throws: `ToolFailure` for one outside.
  func place(_ named: String) throws(ToolFailure) -> String {
    guard !named.contains("\0") else { throw ToolFailure("The path has a character that no path has.") }
    let whole = named.hasPrefix("/") ? named : "\(path)/\(named)"
    let real = Self.real(whole)
    guard real == path || real.hasPrefix(path.hasSuffix("/") ? path : "\(path)/") else {
      throw ToolFailure(
        "'\(named)' is outside of the folder of this server. Name something below it, or send the texts as 'files'."
      )
    }
    return real
  }

  private static func real(_ path: String) -> String {
    let url = URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath()
    let text = url.path(percentEncoded: false)
    return text.count > 1 && text.hasSuffix("/") ? String(text.dropLast()) : text
  }
}
