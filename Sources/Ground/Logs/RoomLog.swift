import Logging

/// What one room tells of its work. A message is put together only where it is written.
package struct RoomLog: Sendable {
  let logger: Logger

  /// What a developer looks for.
  package func debug(_ message: @autoclosure () -> String) { log(message(), at: .debug) }

  /// What a person may follow.
  package func info(_ message: @autoclosure () -> String) { log(message(), at: .info) }

  /// What went another way than it should, and was got over.
  package func warning(_ message: @autoclosure () -> String) { log(message(), at: .warning) }

  private func log(_ message: @autoclosure () -> String, at level: Logger.Level) {
    guard let least = Log.level, level >= least else { return }
    logger.log(level: level, "\(message())")
  }
}
