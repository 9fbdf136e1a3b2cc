import ArgumentParser
import Services
import Foundation

/// `--store`, shared by every command that reads or keeps runs.
struct StoreOption: ParsableArguments {
  @Option(name: .long, help: "The SQLite file with runs, plans and approvals (or CONSILIUM_STORE).")
  var store: String?

  /// The runs in that file.
  var runs: RunService { RunService(installation: Self.installation, storeFile: store) }

  /// What is remembered in that file.
  var memory: MemoryService { MemoryService(installation: Self.installation, storeFile: store) }

  var file: String { store ?? Self.installation.storeFile }

  static var installation: Installation {
    Installation(
      environment: ProcessInfo.processInfo.environment,
      executable: Bundle.main.executablePath ?? CommandLine.arguments[0])
  }
}
