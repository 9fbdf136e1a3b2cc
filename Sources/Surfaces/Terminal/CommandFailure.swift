import ArgumentParser
import Basics
import Foundation

/// Runs a command and turns what goes wrong into a message on standard error and the exit status of the contract.
package enum CommandFailure {
  /// - Parameters:
  ///   - prepare: what the program needs to know before its arguments are read.
  ///   - root: the program's command, which prints usage and help.
  ///   - parse: reads the arguments.
  package static func run(
    _ root: any ParsableCommand.Type, prepare: @Sendable () throws -> Void,
    parse: @Sendable () throws -> any ParsableCommand
  ) async {
    do {
      try prepare()
      var command = try parse()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      exit(root, with: error)
    }
  }

  private static func exit(_ root: any ParsableCommand.Type, with error: any Error) -> Never {
    if error is ExitCode || error is ValidationError || error is CleanExit || isParserError(error) {
      root.exit(withError: error)
    }
    Console.error(message(error) + "\n")
    Foundation.exit(((error as? any ExitStatusProviding)?.exitStatus ?? .error).rawValue)
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
