import ArgumentParser
import Basics
import Foundation

/// Runs a command and turns what goes wrong into a message on standard error and the exit status of the contract.
package enum CommandFailure {
  /// - Parameters:
  ///   - root: the program's command, which prints usage and help.
  ///   - parse: reads the arguments.
  ///   - prepare: what the program needs to know before the command that was named does its work.
  package static func run(
    _ root: any ParsableCommand.Type, parse: @escaping @Sendable ([String]) throws -> any ParsableCommand,
    prepare: @escaping @Sendable (any ParsableCommand) throws -> Void
  ) async {
    Console.open()
    if CommandLine.arguments.isEmpty {
      // The system tells a program of Swift its arguments there, and nowhere else.
      // Nothing but this text is written, so that the shapes of secrets need not be found either.
      Console.standardError.write(
        "error: Cannot read the program's arguments: /proc is not mounted. Mount it.\n")
      Foundation.exit(ExitStatus.error.rawValue)
    }
    do {
      try await interruptible {
        var command = try parse(try ProgramLog.start())
        try prepare(command)
        if var asynchronous = command as? any AsyncParsableCommand {
          try await asynchronous.run()
        } else {
          try command.run()
        }
      }
      if let status = lost(0) { Foundation.exit(status) }
    } catch {
      exit(root, with: error)
    }
  }

  /// Does the work so that a signal stops it in good order.
  private static func interruptible(_ body: @escaping @Sendable () async throws -> Void) async throws {
    let work = Task { try await body() }
    let interruption = Interruption { work.cancel() }
    do {
      try await work.value
    } catch {
      guard let signal = interruption.signal else { throw error }
      if !(error is CancellationError), !(error is ExitCode) { Console.say(message(error)) }
      Console.say(
        "Stopped. What was finished is kept: `consilium runs` lists what can be gone on with by `consilium resume`, `consilium reconcile` looks after an apply."
      )
      Foundation.exit(128 + signal)
    }
  }

  private static func exit(_ root: any ParsableCommand.Type, with error: any Error) -> Never {
    if let code = error as? ExitCode { Foundation.exit(lost(code.rawValue) ?? code.rawValue) }
    if error is ValidationError || error is CleanExit || isParserError(error) {
      if let meant = MistypedCommand(root, arguments: CommandLine.arguments.dropFirst()).meant {
        Console.error("Did you mean '\(meant)'?\n")
      }
      root.exit(withError: error)
    }
    Console.error(message(error) + "\n")
    _ = lost(1)
    Foundation.exit(((error as? any ExitStatusProviding)?.exitStatus ?? .error).rawValue)
  }

  /// Says what of the output nobody could read. Work that is done stays done; a result that could not be written is an
  /// error all the same, unless its reader closed the pipe.
  /// - Returns: another exit status than the work's; nil for none.
  private static func lost(_ status: Int32) -> Int32? {
    guard let loss = Console.standardOutput.loss else { return nil }
    if Console.standardOutput.wasClosed { return nil }
    Console.say("error: The result could not be written to standard output (\(loss)); what was done is done.")
    return status == 0 ? ExitStatus.error.rawValue : nil
  }

  /// A diagnostic begins with its place, as editors expect it; everything else with the word.
  private static func message(_ error: any Error) -> String {
    let word = Paint.standardError.bold("error:")
    switch error {
    case is Diagnostic, is DiagnosticsError: return "\(error)"
    case let error as CocoaError:
      let path = (error.userInfo[NSFilePathErrorKey] as? String).map { "\($0): " } ?? ""
      return "\(word) \(path)\(error.localizedDescription)"
    default: return "\(word) \(error)"
    }
  }

  /// The parser's own errors carry their message and exit status.
  private static func isParserError(_ error: any Error) -> Bool {
    String(reflecting: type(of: error)).hasPrefix("ArgumentParser.")
  }
}
