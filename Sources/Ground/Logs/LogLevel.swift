/// How much of the work a program tells on standard error; the levels of the logging library, by their names.
package enum LogLevel: String, CaseIterable, Sendable {
  /// Everything.
  case trace
  /// What a developer looks for: each call of a tool and of a model, each file that was found.
  case debug
  /// What a person may follow: steps, tools, requests, with their times.
  case info
  case notice
  case warning
  case error
  case critical
}
