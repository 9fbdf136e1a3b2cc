import Basics
import Foundation
import Logs

/// Texts that somebody sent instead of naming a folder: laid down in a private folder while they are looked at.
package struct GivenFiles: Sendable {
  /// A text with the path that it is to be called by.
  package struct File: Sendable {
    package var path: String
    package var content: String

    package init(path: String, content: String) {
      self.path = path
      self.content = content
    }
  }

  /// Bytes of all texts together.
  package static let longest = 8 << 20

  private let files: [File]

  /// - Throws: `Diagnostic` for a path that leads out of a folder, one that is there twice, and texts that are too long.
  package init(_ files: [File]) throws(Diagnostic) {
    guard files.reduce(0, { $0 + $1.content.utf8.count }) <= Self.longest else {
      throw Self.fault("The files together are longer than \(Self.longest) bytes.")
    }
    var seen: Set<String> = []
    for file in files {
      let parts = file.path.split(separator: "/", omittingEmptySubsequences: false)
      guard !parts.contains(where: { $0.isEmpty || $0.hasPrefix(".") }), !file.path.contains("\0") else {
        throw Self.fault("'\(file.path)' is not the path of a file inside a folder.")
      }
      guard seen.insert(file.path).inserted else { throw Self.fault("'\(file.path)' is there twice.") }
    }
    self.files = files
  }

  private static func fault(_ detail: String) -> Diagnostic {
    Diagnostic(code: "files.given", summary: "Files cannot be used", detail: detail)
  }

  /// Does the work while the files lie in a folder that only this user can read; takes it away in any case.
  /// - Parameter body: is given the folder, or the one plan or state, and the folder's path.
  package func laid<Result>(_ body: (_ path: String, _ folder: String) async throws -> Result) async throws
    -> Result
  {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appending(path: "consilium-\(UUID().uuidString)")
      .path(percentEncoded: false)
    try manager.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer {
      do {
        try manager.removeItem(atPath: folder)
      } catch {
        Self.log.warning("\(folder) could not be removed: \(error)")
      }
    }
    for file in files {
      let place = URL(filePath: "\(folder)/\(file.path)")
      try manager.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      try Data(file.content.utf8).write(to: place)
    }
    // A plan or a state is a file of its own; everything else is read as the folder it lies in.
    if files.count == 1, let only = files.first, only.path.hasSuffix(".json"),
      !SourceFile.isConfiguration(only.path)
    {
      return try await body("\(folder)/\(only.path)", folder)
    }
    return try await body(folder, folder)
  }

  private static let log = Log.of("files")
}
