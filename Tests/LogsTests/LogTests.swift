import Synchronization
import Testing

@testable import Logs

/// The log is one for the whole program, so its tests take turns.
@Suite(.serialized) struct LogTests {
  private final class Lines: Sendable {
    let all = Mutex<[String]>([])
  }

  private static func lines(at level: LogLevel?, _ body: (RoomLog) -> Void) -> [String] {
    let lines = Lines()
    if let level { Log.start(level) { line in lines.all.withLock { $0.append(line) } } }
    defer { Log.stop() }
    body(Log.of("tools"))
    return lines.all.withLock { $0 }
  }

  @Test func itIsSilentUntilALevelIsChosenAndBuildsNoMessage() {
    var built = 0
    func message() -> String {
      built += 1
      return "m"
    }
    #expect(Self.lines(at: nil) { $0.warning(message()) }.isEmpty)
    #expect(Self.lines(at: .warning) { $0.info(message()) }.isEmpty)
    #expect(built == 0)
  }

  @Test func aLineHasItsTimeLevelAndRoom() throws {
    let lines = Self.lines(at: .info) {
      $0.debug("not this")
      $0.info("ran\nterraform")
      $0.warning("again")
    }
    try #require(lines.count == 2)
    #expect(lines[0].wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ info tools: ran\\nterraform\n/) != nil)
    #expect(lines[1].hasSuffix(" warning tools: again\n"))
  }

  @Test(
    arguments: [
      (["ask", "x"], nil, ["ask", "x"]), (["--verbose", "ask"], .info, ["ask"]),
      (["ask", "--log-level", "debug", "x"], .debug, ["ask", "x"]),
      (["ask", "--log-level=trace"], .trace, ["ask"]),
      (["schedule", "--", "advise", "--verbose"], nil, ["schedule", "--", "advise", "--verbose"]),
    ] as [([String], LogLevel?, [String])])
  func argumentsOfTheLogAreTakenOut(arguments: [String], level: LogLevel?, rest: [String]) throws {
    let taken = try LogArguments(arguments, environment: [:])
    #expect(taken.level == level && taken.rest == rest)
  }

  @Test func theVariableSaysItTooAndArgumentsGoFirst() throws {
    let environment = [LogArguments.variable: "error"]
    #expect(try LogArguments([], environment: environment).level == .error)
    #expect(try LogArguments(["--verbose"], environment: environment).level == .info)
    #expect(throws: LogArguments.UnknownLevel.self) { try LogArguments(["--log-level"], environment: [:]) }
    #expect(throws: LogArguments.UnknownLevel.self) {
      try LogArguments(["--log-level", "loud"], environment: [:])
    }
  }
}
