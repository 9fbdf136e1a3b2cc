import Basics
import Subprocess
import SystemPackage

extension ProcessRunner {
  /// As `run`, with both streams going to a new file for the owner only, and each line handed over as it comes. The file
  /// outlives this program, so that what a child said is not lost with it, and a child never writes into a closed pipe.
  package static func run(
    _ call: ProcessCall, log: String, line: @escaping @Sendable (String) -> Void
  ) async throws -> ProcessResult {
    try await limited(to: call) {
      let descriptor = try FileDescriptor.open(
        FilePath(log), .writeOnly, options: [.create, .truncate, .closeOnExec], permissions: .ownerReadWrite)
      let reader = try LogReader(path: log, line: line)
      return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          while !Task.isCancelled {
            try reader.read()
            try await Task.sleep(for: .milliseconds(40))
          }
        }
        defer { group.cancelAll() }
        let result = try await Subprocess.run(
          .path(FilePath(program(call).path)), arguments: Arguments(program(call).arguments),
          environment: environment(call), workingDirectory: FilePath(call.directory),
          platformOptions: options(call),
          input: .none, output: .fileDescriptor(descriptor, closeAfterSpawningProcess: true),
          error: .combinedWithOutput)
        try Task.checkCancellation()
        try reader.read()
        try reader.end()
        return ProcessResult(status: status(result.terminationStatus), output: "", errors: "")
      }
    }
  }
}
