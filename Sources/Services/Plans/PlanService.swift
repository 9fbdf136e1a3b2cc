import CrewFile
import Delivery
import ExternalTools
import Foundation
import Masking
import Store
import Vocabulary

/// Makes the executor for whoever calls: finds tools and mirror, reads the rules, opens the store. Links no model.
package enum PlanService {
  /// - Parameters:
  ///   - storeFile: the SQLite file with runs, plans and approvals; nil for the environment's own.
  ///   - crew: the crew file whose rules hold; nil for `agents.yaml` here, else the one that ships.
  package static func executor(
    environment: [String: String], storeFile: String? = nil, crew: String? = nil
  ) throws -> Executor {
    let home = stateFolder(environment)
    let trusted = environment["CONSILIUM_TRUSTED_KEYS"].flatMap { $0.isEmpty ? nil : $0 }
    return Executor(
      store: try Store(path: storeFile ?? self.storeFile(environment)),
      setup: ExecutorConfiguration(
        home: home, tool: InfrastructureTool.locate(environment: environment),
        kubectl: ToolFinder.find("kubectl", environment: environment),
        mirror: ProviderMirror.find(environment: environment), environment: environment,
        actor: user(environment), rules: try rules(crew, environment: environment),
        keys: KeyRing(home: home, trustedFile: trusted), mask: try SecretMask(environment: environment)),
      appraisal: PlanPriceAndPolicy(environment: environment))
  }

  /// Who runs this: the login that the environment names, else the process's own.
  package static func user(_ environment: [String: String]) -> String { environment["USER"] ?? NSUserName() }

  /// The rules of the crew file; the strict ones where there is no crew file.
  private static func rules(_ crew: String?, environment: [String: String]) throws -> ApprovalRules {
    if let crew { return try CrewFile.approvalRules(crew) }
    let candidates = ["agents.yaml"] + (environment["CONSILIUM_HOME"].map { ["\($0)/agents.yaml"] } ?? [])
    guard let file = candidates.first(where: { FileManager.default.fileExists(atPath: $0) }) else {
      return ApprovalRules()
    }
    return try CrewFile.approvalRules(file)
  }

  private static func storeFile(_ environment: [String: String]) -> String {
    if let file = environment["CONSILIUM_STORE"], !file.isEmpty { return file }
    return "\(stateFolder(environment))/consilium.db"
  }

  private static func stateFolder(_ environment: [String: String]) -> String {
    if let folder = environment["XDG_STATE_HOME"], folder.hasPrefix("/") { return "\(folder)/consilium" }
    return "\(environment["HOME"] ?? "/tmp")/.local/state/consilium"
  }
}
