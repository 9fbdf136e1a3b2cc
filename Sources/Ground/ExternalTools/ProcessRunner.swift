import Basics
import FoundationEssentials
import Logs
import Subprocess
import SystemPackage

/// Runs processes in a session of their own, so that a cancellation or a timeout ends all their children too.
package enum ProcessRunner {
  private static let log = Log.of("tools")

  /// Throws `ToolError` when the process cannot start, prints too much or outlives its timeout, and
  /// `CancellationError` when the caller was cancelled. An exit status is a result, not an error.
  package static func run(_ call: ProcessCall) async throws -> ProcessResult {
    try await limited(to: call) { try await collect(call) }
  }

  /// As `run`, handing over each line of standard output as it comes; `output` of the result is then empty.
  package static func stream(
    _ call: ProcessCall, line: @escaping @Sendable (String) -> Void
  ) async throws -> ProcessResult {
    try await limited(to: call) { try await forward(call, line: line) }
  }

  private static func collect(_ call: ProcessCall) async throws -> ProcessResult {
    let result = try await Subprocess.run(
      .path(FilePath(program(call).path)), arguments: Arguments(program(call).arguments),
      environment: environment(call), workingDirectory: FilePath(call.directory),
      platformOptions: options(call),
      input: .string(call.input), output: .string(limit: call.outputLimit), error: .string(limit: 4 << 20))
    try Task.checkCancellation()
    return ProcessResult(
      status: status(result.terminationStatus), output: result.standardOutput, errors: result.standardError)
  }

  private static func forward(
    _ call: ProcessCall, line: @escaping @Sendable (String) -> Void
  ) async throws -> ProcessResult {
    let result = try await Subprocess.run(
      .path(FilePath(program(call).path)), arguments: Arguments(program(call).arguments),
      environment: environment(call), workingDirectory: FilePath(call.directory),
      platformOptions: options(call),
      input: .none, output: .sequence, error: .string(limit: 4 << 20)
    ) { execution in
      for try await text in execution.standardOutput.strings(bufferingPolicy: .maxLineLength(16 << 20)) {
        line(text)
      }
    }
    try Task.checkCancellation()
    return ProcessResult(
      status: status(result.terminationStatus), output: "", errors: result.standardError)
  }

  /// Through `setpriv` the kernel tells the child when this program dies: it is interrupted, as by a person, and ends in
  /// good order instead of working on unseen.
  static func program(_ call: ProcessCall) -> (path: String, arguments: [String]) {
    // What cannot be started is said by whoever tries it, not by the helper.
    guard call.endsWithParent, FileManager.default.isExecutableFile(atPath: call.executable),
      let setpriv = ToolFinder.find("setpriv", environment: ["PATH": helpers])
    else {
      return (call.executable, call.arguments)
    }
    return (setpriv, ["--pdeathsig", "INT", "--", call.executable] + call.arguments)
  }

  /// Where the system's own helpers lie: the PATH of a call is the person's, and could hold anything of that name.
  private static let helpers = "/usr/bin:/bin:/usr/sbin:/sbin"

  static func environment(_ call: ProcessCall) -> Environment {
    .custom(
      Dictionary(
        call.environment.compactMap { key, value in Environment.Key(rawValue: key).map { ($0, value) } },
        uniquingKeysWith: { first, _ in first }))
  }

  static func options(_ call: ProcessCall) -> PlatformOptions {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [
      .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: call.grace)
    ]
    return options
  }

  static func status(_ status: TerminationStatus) -> Int {
    switch status {
    case .exited(let code): Int(code)
    case .signaled(let signal): 128 + Int(signal)
    }
  }

  static func limited(
    to call: ProcessCall, _ body: @escaping @Sendable () async throws -> ProcessResult
  ) async throws -> ProcessResult {
    let name = "\(call.executable.split(separator: "/").last ?? "") \(call.arguments.first ?? "")"
    let start = ContinuousClock.now
    log.debug("\(name): begins in \(call.directory)")
    do {
      let result = try await withTimeout(call.timeout, error: timeout(call), body: body)
      log.info("\(name): status \(result.status) after \(ContinuousClock.now - start)")
      return result
    } catch let error as SubprocessError {
      try Task.checkCancellation()
      throw ToolError(.failed, summary: "A tool could not be run", detail: "\(call.executable): \(error)")
    }
  }

  private static func timeout(_ call: ProcessCall) -> ToolError {
    ToolError(
      .timeout, summary: "A tool did not finish in time",
      detail:
        "\(call.executable) \(call.arguments.first ?? "") ran longer than \(call.timeout); it was ended.")
  }
}
