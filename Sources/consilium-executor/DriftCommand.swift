import ArgumentParser
import Basics
import Delivery

struct DriftCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drift", abstract: "Finds what was changed behind the state's back; never mends it.",
    discussion: """
      Exit status 0 when nothing has drifted, 2 when something has.

      EXAMPLES
        consilium drift                        # every folder that was applied
        consilium drift consultations/RUN
      """)

  @Argument(help: "Bundles or folders; by default all from which something was applied.")
  var folders: [String] = []

  @OptionGroup var options: ExecutorOptions

  func run() async throws {
    let executor = try await options.executor()
    let all = folders.isEmpty ? try await executor.appliedFolders() : folders
    var drifts: [Executor.Drift] = []
    for folder in all { drifts.append(try await executor.drift(folder) { ExecutorOptions.say($0) }) }
    switch options.format {
    case .json: ExecutorOptions.output(try JSONValue(encoding: drifts).pretty)
    case .text: ExecutorOptions.output(drifts.map(Self.text).joined())
    }
    throw ExitCode((drifts.contains { !$0.changes.isEmpty } ? ExitStatus.changes : .done).rawValue)
  }

  private static func text(_ drift: Executor.Drift) -> String {
    guard !drift.changes.isEmpty else { return "\(drift.folder): nothing has drifted\n" }
    return "\(drift.folder):\n" + drift.changes.map { "  \($0.action.rawValue) \($0.address)\n" }.joined()
  }
}
