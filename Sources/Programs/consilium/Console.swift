import Foundation
import Masking

/// The two streams of a command: results go to standard output, everything about the work to standard error. What has the
/// shape of a secret, or is one by the environment, leaves neither.
enum Console {
  private static let mask = Result { try SecretMask(environment: ProcessInfo.processInfo.environment) }

  static func output(_ text: String) {
    FileHandle.standardOutput.write(Data(masked(text).utf8))
  }

  static func error(_ text: String) {
    FileHandle.standardError.write(Data(masked(text).utf8))
  }

  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Where the shapes cannot be read nothing is said rather than too much.
  private static func masked(_ text: String) -> String {
    do {
      return try mask.get().masked(text)
    } catch {
      return "(not shown: \(error))\n"
    }
  }
}
