import Basics
import Subprocess
import Synchronization
import SystemPackage

extension ProcessRunner {
  /// The longest line that is read of a process, in bytes.
  private static let longestLine = 4 << 20

  /// Talks with a process while the body runs. When the body ends the process's input is closed; if it does not end by
  /// itself within its grace, it is ended with all its children, as it is when the caller is cancelled.
  ///
  /// - Throws: `ToolError` when the process cannot start or outlives its timeout; what the body throws.
  package static func converse<Value: Sendable>(
    _ call: ProcessCall, body: @escaping @Sendable (ProcessConversation) async throws -> Value
  ) async throws -> Value {
    let outcome = Outcome<Value>()
    let (ends, ended) = AsyncStream.makeStream(of: Void.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        _ = try await limited(to: call) {
          try await talk(call) { conversation in
            do {
              let value = try await body(conversation)
              outcome.set(.success(value))
            } catch {
              outcome.set(.failure(error))
            }
            ended.finish()
          }
        }
      }
      group.addTask {
        for await _ in ends {}
        try await Task.sleep(for: call.grace)
      }
      defer { group.cancelAll() }
      do {
        try await group.next()
      } catch {
        // How the process ended matters only where the body did not come to its end.
        if outcome.result == nil { throw error }
      }
    }
    try Task.checkCancellation()
    guard let result = outcome.result else {
      throw ToolError(
        .failed, summary: "A tool ended too soon", detail: "\(call.executable) ended before it was asked to.")
    }
    return try result.get()
  }

  private static func talk(
    _ call: ProcessCall, body: @escaping @Sendable (ProcessConversation) async throws -> Void
  ) async throws -> ProcessResult {
    let result = try await Subprocess.run(
      .path(FilePath(program(call).path)), arguments: Arguments(program(call).arguments),
      environment: environment(call), workingDirectory: FilePath(call.directory),
      platformOptions: options(call), input: .inputWriter, output: .sequence, error: .discarded
    ) { execution in
      let writer = execution.standardInputWriter
      let output = execution.standardOutput
      try await body(
        ProcessConversation(
          write: { bytes in _ = try await writer.write(bytes) },
          lines: { take in
            for try await line in output.strings(bufferingPolicy: .maxLineLength(longestLine)) {
              try await take(line)
            }
          }))
      try await writer.finish()
    }
    return ProcessResult(status: status(result.terminationStatus), output: "", errors: "")
  }
}

/// What came of a talk, handed from one task to another.
private final class Outcome<Value: Sendable>: Sendable {
  private let state = Mutex<Result<Value, any Error>?>(nil)

  var result: Result<Value, any Error>? { state.withLock { $0 } }

  func set(_ result: Result<Value, any Error>) { state.withLock { $0 = result } }
}
