import Services
import Foundation

/// The second program, which alone plans and applies. It takes this one's place, so that signals, streams and the
/// exit status are its own.
enum ExecutorProgram {
  static func replaceThisProgram(_ arguments: [String]) throws -> Never {
    let own = URL(filePath: StoreOption.installation.executable).resolvingSymlinksInPath()
    let path = own.deletingLastPathComponent().appending(path: "consilium-executor").path(
      percentEncoded: false)
    let vector = [path] + arguments
    var pointers: [UnsafeMutablePointer<CChar>?] = vector.map { strdup($0) }
    pointers.append(nil)
    execv(path, pointers)
    let reason = String(cString: strerror(errno))
    pointers.forEach { free($0) }
    throw ExecutorMissing(path: path, reason: reason)
  }

  /// The program beside this one cannot be started.
  struct ExecutorMissing: Error, CustomStringConvertible {
    let path: String
    let reason: String

    var description: String {
      "The executor cannot be started: \(path): \(reason). Build both programs, or install them in one folder."
    }
  }
}
