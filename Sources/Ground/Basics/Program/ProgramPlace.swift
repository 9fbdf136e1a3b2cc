import FoundationEssentials
import Glibc

/// Where the running program is.
package enum ProgramPlace {
  /// The program's own file, links followed: as the kernel knows it, and without `/proc` as it was started.
  /// - Throws: `ProgramDataError` where the system says neither.
  package static func file() throws(ProgramDataError) -> URL {
    if let path = resolved("/proc/self/exe") { return URL(filePath: path) }
    if let name = CommandLine.arguments.first {
      let folders = name.contains("/") ? [""] : Self.searchPath.map { "\($0)/" }
      for folder in folders { if let path = resolved(folder + name) { return URL(filePath: path) } }
    }
    throw ProgramDataError(
      .noPlace, summary: "Cannot find the program's own file",
      detail:
        "/proc is not mounted, and the name it was started by leads nowhere. Mount /proc, or start it by its absolute path."
    )
  }

  /// The folder that the program's file is in.
  package static func folder() throws(ProgramDataError) -> URL { try file().deletingLastPathComponent() }

  private static var searchPath: [Substring] {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
