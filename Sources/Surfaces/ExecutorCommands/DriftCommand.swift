import ArgumentParser
import Basics
import Delivery
import Terminal

struct DriftCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drift", abstract: "Finds what was changed behind the state's back; never repairs it.",
    discussion: """
      What is found is kept as open advice. Exit status 0 when nothing has drifted, 2 when something has.

      EXAMPLES
        consilium drift                        # every folder that was applied
        consilium drift consultations/RUN --format json
      """)

  @Argument(help: "Bundles, runs or folders; by default all from which something was applied.")
  var folders: [String] = []

  @OptionGroup var options: ExecutorOptions

  func run() async throws {
    let executor = try options.executor()
    let progress = LiveProgress().observer
    let all = folders.isEmpty ? try await executor.appliedFolders(progress) : folders
    var drifts: [Drift] = []
    for folder in all { drifts.append(try await executor.drift(folder, progress: progress)) }
    switch options.format {
    case .json: Console.output(try JSONValue(encoding: drifts).pretty)
    case .text: Console.output(drifts.map(Self.text).joined())
    }
    throw ExitCode((drifts.contains { !$0.changes.isEmpty } ? ExitStatus.changes : .done).rawValue)
  }

  private static func text(_ drift: Drift) -> String {
    guard !drift.changes.isEmpty else { return "\(drift.folder): nothing has drifted\n" }
    let lines = drift.changes.map { change in
      let names = change.differing.isEmpty ? "" : " (\(change.differing.joined(separator: ", ")))"
      let values = PlanText.arguments(of: change).map { "\($0)\n" }.joined()
      return "  \(change.action == .delete ? "gone" : "changed") \(change.address)\(names)\n\(values)"
    }
    return "\(drift.folder):\n" + lines.joined() + (drift.diff.isEmpty ? "" : "\(drift.diff)\n")
  }
}
