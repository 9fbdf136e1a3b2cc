import ModelContext
import Services

/// Where a caller's things lie. Each caller over the network has a store and a folder of its own, so that nobody can see
/// what another asked, remembers or was answered.
package struct Workplace: Sendable {
  /// The SQLite file with the caller's runs and memory.
  let storeFile: String
  /// Where bundles are written.
  let consultations: String
  /// Below which files may be named; nil where none may, because they are not the caller's.
  let root: FolderRoot?
  let authentication: Caller.Authentication

  /// That of the person at this machine.
  /// - Parameter folder: below which files may be named.
  package static func own(storeFile: String, folder: String) -> Workplace {
    Workplace(
      storeFile: storeFile, consultations: "\(folder)/consultations", root: FolderRoot(folder),
      authentication: .login)
  }

  /// That of a caller whom a token names.
  /// - Parameters:
  ///   - caller: one path component; the names of tokens are held to that.
  ///   - folder: the server's own, in which no other program writes.
  package static func apart(_ caller: String, below folder: String) -> Workplace {
    Workplace(
      storeFile: "\(folder)/\(caller)/consilium.db", consultations: "\(folder)/\(caller)/consultations",
      root: nil, authentication: .token)
  }
}
