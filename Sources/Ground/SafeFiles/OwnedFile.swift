import Basics
import Foundation
import Glibc

/// A file that decides who may do what: it counts only while nobody but its owner and the system can write it.
///
/// Owner and mode of the file and of every folder on the way are looked at, links followed to where they end. A folder
/// that anybody may write counts where it is sticky, as `/tmp` is: names of others cannot be replaced there.
package struct OwnedFile: Hashable, Sendable {
  package let path: String
  /// Who may own it besides the system's administrator.
  private let owner: uid_t

  /// - Parameters:
  ///   - path: absolute.
  ///   - owner: by default whoever runs this; 0 for what only the administrator may write.
  package init(_ path: String, owner: uid_t = geteuid()) {
    self.path = path
    self.owner = owner
  }

  /// The file's bytes; nil where there is none.
  /// - Parameters:
  ///   - limit: in bytes; a longer file is refused.
  ///   - isSecret: whether nobody else may even read it.
  /// - Throws: `SafeFileError` where others may write it or own it, or it is no ordinary file.
  package func contents(limit: Int = 1 << 20, isSecret: Bool = false) throws(SafeFileError) -> [UInt8]? {
    guard let real = Self.resolved(path) else { return nil }
    try checkFolders(of: path)
    if real != path { try checkFolders(of: real) }
    return try PlainFile(real).contents(limit: limit, flags: O_NOFOLLOW) { (status) throws(SafeFileError) in
      try check(status, at: real, closedTo: isSecret ? 0o077 : 0o022)
    }
  }

  /// Whether nobody else can replace what lies in the folder of this path.
  /// - Throws: `SafeFileError` naming the first folder on the way that others may write or own.
  package func checkFolders() throws(SafeFileError) {
    try checkFolders(of: path)
    let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
    if let real = Self.resolved(folder) { try checkFolders(of: "\(real)/file") }
  }

  private func checkFolders(of file: String) throws(SafeFileError) {
    var folder = ""
    for part in file.split(separator: "/").dropLast() {
      folder += "/\(part)"
      var status = stat()
      guard lstat(folder, &status) == 0 else { return }
      // Where a link leads is looked at by the way that it ends in.
      if status.st_mode & S_IFMT == S_IFLNK { continue }
      try check(status, at: folder, closedTo: 0o022)
    }
  }

  private func check(_ status: stat, at place: String, closedTo bits: mode_t) throws(SafeFileError) {
    guard status.st_uid == owner || status.st_uid == 0 else {
      throw refused("\(place) belongs to somebody else (user \(status.st_uid))", mend: "own it yourself")
    }
    let isSticky = status.st_mode & S_IFMT == S_IFDIR && status.st_mode & S_ISVTX != 0
    guard isSticky || status.st_mode & bits == 0 else {
      let mode = String(status.st_mode & 0o777, radix: 8)
      throw refused(
        "\(place) is open to others (mode \(mode))",
        mend: "close it: chmod \(bits & 0o044 == 0 ? "go-w" : "go-rwx") '\(place)'")
    }
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  private func refused(_ what: String, mend: String) -> SafeFileError {
    SafeFileError(
      .open, summary: "A file that decides is open to others",
      detail: "\(path) is not taken: \(what), so it could say what somebody else wants. To use it, \(mend).")
  }
}
