import ArgumentParser
import Basics
import CrewFile
import Delivery
import ExternalTools
import Foundation
import Masking
import Store
import Vocabulary

/// What every verb of the executor needs.
struct ExecutorOptions: ParsableArguments {
  @Option(name: .long, help: "The SQLite file with runs, plans and approvals (or CONSILIUM_STORE).")
  var store: String?

  @Option(name: .long, help: "text or json.")
  var format: Format = .text

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  /// - Parameter crew: the crew file whose rules hold; by default `agents.yaml` here, else the one that ships.
  func executor(crew: String? = nil) async throws -> Executor {
    let environment = ProcessInfo.processInfo.environment
    let home = Self.stateFolder(environment)
    let trusted = environment["CONSILIUM_TRUSTED_KEYS"].flatMap { $0.isEmpty ? nil : $0 }
    return Executor(
      store: try Store(path: storeFile(environment)),
      surroundings: Executor.Surroundings(
        home: home, tool: InfrastructureTool.locate(environment: environment),
        kubectl: ToolFinder.find("kubectl", environment: environment),
        mirror: ProviderMirror.find(environment: environment), environment: environment, actor: Self.user,
        rules: try Self.rules(crew, environment), keys: KeyRing(home: home, trustedFile: trusted),
        mask: try Console.mask.get()),
      appraisal: PlanPriceAndPolicy(environment: environment))
  }

  /// Who runs this.
  static var user: String { ProcessInfo.processInfo.environment["USER"] ?? NSUserName() }

  /// The rules of the crew file; the strict ones where there is no crew file.
  private static func rules(_ crew: String?, _ environment: [String: String]) throws -> ApprovalRules {
    if let crew { return try CrewFile.approvalRules(crew) }
    let candidates = ["agents.yaml"] + (environment["CONSILIUM_HOME"].map { ["\($0)/agents.yaml"] } ?? [])
    guard let file = candidates.first(where: { FileManager.default.fileExists(atPath: $0) }) else {
      return ApprovalRules()
    }
    return try CrewFile.approvalRules(file)
  }

  private func storeFile(_ environment: [String: String]) -> String {
    if let store { return store }
    if let file = environment["CONSILIUM_STORE"], !file.isEmpty { return file }
    return "\(Self.stateFolder(environment))/consilium.db"
  }

  private static func stateFolder(_ environment: [String: String]) -> String {
    if let folder = environment["XDG_STATE_HOME"], folder.hasPrefix("/") { return "\(folder)/consilium" }
    return "\(environment["HOME"] ?? "/tmp")/.local/state/consilium"
  }
}
