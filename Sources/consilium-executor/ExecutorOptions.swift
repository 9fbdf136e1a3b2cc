import ArgumentParser
import Basics
import Delivery
import ExternalTools
import Foundation
import Store

/// What every verb of the executor needs.
struct ExecutorOptions: ParsableArguments {
  @Option(name: .long, help: "The SQLite file with runs, plans and approvals (or CONSILIUM_STORE).")
  var store: String?

  @Option(name: .long, help: "text or json.")
  var format: Format = .text

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  func executor() async throws -> Executor {
    let environment = ProcessInfo.processInfo.environment
    guard let tool = try await InfrastructureTool.find(environment: environment) else {
      throw ToolError(
        .missing, summary: "No infrastructure tool",
        detail: "Neither tofu nor terraform is in PATH; install one of them.")
    }
    let home = stateFolder(environment)
    return Executor(
      store: try Store(path: storeFile(environment)), home: home, tool: tool,
      mirror: ProviderMirror.find(environment: environment), environment: environment,
      appraisal: try PlanPriceAndPolicy(), actor: Self.user)
  }

  /// Who runs this.
  static var user: String { ProcessInfo.processInfo.environment["USER"] ?? NSUserName() }

  private func storeFile(_ environment: [String: String]) -> String {
    if let store { return store }
    if let file = environment["CONSILIUM_STORE"], !file.isEmpty { return file }
    return "\(stateFolder(environment))/consilium.db"
  }

  private func stateFolder(_ environment: [String: String]) -> String {
    if let folder = environment["XDG_STATE_HOME"], folder.hasPrefix("/") { return "\(folder)/consilium" }
    return "\(environment["HOME"] ?? "/tmp")/.local/state/consilium"
  }

  /// Progress goes to standard error.
  static func say(_ line: String) {
    FileHandle.standardError.write(Data("\(line)\n".utf8))
  }

  static func output(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }
}
