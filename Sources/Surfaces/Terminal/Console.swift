import Foundation
import Masking

/// The two streams of a program: results go to standard output, everything about the work to standard error. What has the
/// shape of a secret, or is one by the environment, leaves neither.
package enum Console {
  private static let mask = Result { try SecretMask(environment: ProcessInfo.processInfo.environment) }

  /// Writes a result to standard output.
  package static func output(_ text: String) {
    FileHandle.standardOutput.write(Data(masked(text).utf8))
  }

  /// Writes what is about the work to standard error, as it stands.
  package static func error(_ text: String) {
    FileHandle.standardError.write(Data(masked(text).utf8))
  }

  /// Writes a line about the work to standard error.
  package static func say(_ line: String) { error("\(line)\n") }

  package static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  package static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }
  package static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  /// The text without secrets. Where their shapes cannot be read nothing is said rather than too much.
  package static func masked(_ text: String) -> String {
    do {
      return try mask.get().masked(text)
    } catch {
      return "(not shown: \(error))\n"
    }
  }
}
