import ArgumentParser
import Foundation
import Logs

/// The log of the program that runs.
enum ProgramLog {
  /// Begins the log where the arguments or the environment ask for one; the program that takes this one's place is told.
  /// - Returns: the arguments without those of the log.
  /// - Throws: `ValidationError` for a level that is none.
  static func start() throws -> [String] {
    let arguments: LogArguments
    do {
      arguments = try LogArguments(
        Array(CommandLine.arguments.dropFirst()), environment: ProcessInfo.processInfo.environment)
    } catch {
      throw ValidationError("\(error)")
    }
    if let level = arguments.level {
      Log.start(level) { Console.error($0) }
      setenv(LogArguments.variable, level.rawValue, 1)
    }
    return arguments.rest
  }
}
