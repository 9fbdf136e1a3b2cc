import Foundation
import Masking

/// The two streams of a program: results go to standard output, everything about the work to standard error. What has the
/// shape of a secret, or is one by the environment, leaves neither, and no text of others acts on a terminal.
package enum Console {
  private static let mask = Result { try SecretMask(environment: ProcessInfo.processInfo.environment) }
  package static let standardOutput = OutputStream(STDOUT_FILENO)
  package static let standardError = OutputStream(STDERR_FILENO)

  /// Makes the streams safe to write to, whatever state they are in: a reader that goes away ends no work, and where a
  /// stream is closed no file of ours takes its place.
  package static func open() {
    signal(SIGPIPE, SIG_IGN)
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
      // Writing to this device fails, so that the loss is noticed; the lowest free number is the one that is closed.
      let isInput = descriptor == STDIN_FILENO
      _ = Glibc.open(isInput ? "/dev/null" : "/dev/full", isInput ? O_RDONLY : O_WRONLY)
    }
  }

  /// Writes a result to standard output.
  package static func output(_ text: String) {
    standardOutput.write(TerminalText.safe(masked(text)))
  }

  /// Writes a message for a program to standard output, as a line; its texts are without secrets already, and JSON has no
  /// byte that acts on a terminal.
  package static func message(_ json: String) { standardOutput.write(json + "\n") }

  /// Writes a secret that was made for whoever reads it to standard output, as a line.
  package static func secret(_ text: String) { standardOutput.write(text + "\n") }

  /// Writes what is about the work to standard error, as it stands.
  package static func error(_ text: String) {
    standardError.write(TerminalText.safe(masked(text)))
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
