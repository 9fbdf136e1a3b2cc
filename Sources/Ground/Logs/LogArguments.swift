/// `--verbose`, `--log-level LEVEL` and `CONSILIUM_LOG_LEVEL`, which every verb takes at any place before `--`.
package struct LogArguments: Sendable {
  /// The variable that says it, also to the program that this one starts in its place.
  package static let variable = "CONSILIUM_LOG_LEVEL"

  /// Nil for silence.
  package let level: LogLevel?
  /// The arguments without those of the log.
  package let rest: [String]

  /// A level that is none.
  package struct UnknownLevel: Error, CustomStringConvertible {
    package let given: String

    package var description: String {
      "Unknown log level '\(given)'. Expected one of: \(LogLevel.allCases.map(\.rawValue).joined(separator: ", "))."
    }
  }

  /// - Throws: `UnknownLevel`.
  package init(_ arguments: [String], environment: [String: String]) throws(UnknownLevel) {
    var named = environment[Self.variable].flatMap { $0.isEmpty ? nil : $0 }
    var rest: [String] = []
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      if argument == "--" {
        rest += arguments[index...]
        break
      }
      if argument == "--verbose" {
        named = LogLevel.info.rawValue
      } else if argument == "--log-level" {
        index += 1
        named = index < arguments.count ? arguments[index] : ""
      } else if argument.hasPrefix("--log-level=") {
        named = String(argument.dropFirst("--log-level=".count))
      } else {
        rest.append(argument)
      }
      index += 1
    }
    self.rest = rest
    guard let named else {
      level = nil
      return
    }
    guard let level = LogLevel(rawValue: named) else { throw UnknownLevel(given: named) }
    self.level = level
  }
}
