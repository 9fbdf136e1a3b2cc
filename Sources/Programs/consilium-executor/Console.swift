import Foundation
import Masking

/// The two streams of the program. Nothing leaves it unmasked.
enum Console {
  /// Registers what the environment names as secret.
  static let mask = Result { try SecretMask(environment: ProcessInfo.processInfo.environment) }

  /// Results go to standard output.
  static func output(_ text: String) throws {
    FileHandle.standardOutput.write(Data(try mask.get().masked(text).utf8))
  }

  /// Everything about the work goes to standard error.
  static func say(_ line: String) {
    FileHandle.standardError.write(Data("\(masked(line))\n".utf8))
  }

  static func draw(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }

  /// Where the shapes cannot be read nothing is said rather than too much.
  static func masked(_ text: String) -> String {
    do {
      return try mask.get().masked(text)
    } catch {
      return "(not shown: \(error))"
    }
  }

  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }
  static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }
}
