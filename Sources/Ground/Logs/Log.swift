import Logging
import Synchronization

/// The log of a program: silent until a level is chosen, and then one line on standard error for each entry. It is for
/// whoever looks for a cause; results, messages and errors do not depend on it.
package enum Log {
  private struct Setting {
    var level: LogLevel
    var write: @Sendable (String) -> Void
  }

  private static let setting = Mutex<Setting?>(nil)

  /// Begins to write entries of this level and above; called once, by the program.
  /// - Parameter write: gets each entry as a line with its end, and takes secrets out of it.
  package static func start(_ level: LogLevel, write: @escaping @Sendable (String) -> Void) {
    setting.withLock { $0 = Setting(level: level, write: write) }
  }

  /// Ends the log, for tests.
  static func stop() { setting.withLock { $0 = nil } }

  /// The level that is written, or nil where the log is silent.
  static var level: Logger.Level? {
    setting.withLock { $0?.level }.flatMap { Logger.Level(rawValue: $0.rawValue) }
  }

  static func write(_ line: String) { setting.withLock { $0?.write }?(line) }

  /// The log of one room.
  /// - Parameter room: its name in small letters, as in `tools`.
  package static func of(_ room: String) -> RoomLog {
    RoomLog(logger: Logger(label: room) { LineHandler(label: $0) })
  }
}
