import Basics
import Clouds
import CrewFile
import Delivery
import Effects
import ExternalTools
import Foundation
import Masking
import Store
import Trust
import Vocabulary

/// Makes the executor for whoever calls: finds tools and mirror, reads the rules, opens the store. Links no model.
package enum PlanService {
  /// - Parameters:
  ///   - storeFile: the SQLite file with runs, plans and approvals; nil for the environment's own.
  package static func executor(
    environment: [String: String], storeFile: String? = nil
  ) throws -> Executor {
    let home = stateFolder(environment)
    let configuration = try CrewTrust.configuration(ConfigurationPlaces(environment: environment))
    if let asked = environment["CONSILIUM_TRUSTED_KEYS"], !asked.isEmpty, asked != configuration.trustedKeys {
      throw TrustError(
        .list, summary: "Keys are not trusted by a variable",
        detail:
          "CONSILIUM_TRUSTED_KEYS names \(asked), and whoever asks for a plan could set it. Write 'trusted_keys: \(asked)' into ~/.config/consilium/consilium.yaml or /etc/consilium/consilium.yaml, and leave the variable out."
      )
    }
    return Executor(
      store: try Store(path: storeFile ?? self.storeFile(environment)),
      setup: ExecutorConfiguration(
        home: home, tool: InfrastructureTool.locate(environment: environment),
        kubectl: ToolFinder.find("kubectl", environment: environment),
        mirror: ProviderMirror.find(environment: environment), environment: environment,
        actor: user, login: "\(user)@\(ProcessInfo.processInfo.hostName)",
        rules: configuration.approvals ?? ApprovalRules(),
        keys: KeyRing(home: home, trustedFile: configuration.trustedKeys),
        mask: try SecretMask(environment: environment),
        sources: ProviderSources(CloudCatalog.current.providerSources + configuration.sources)),
      appraisal: PlanPriceAndPolicy(environment: environment))
  }

  /// Who runs this: the process's own login. What the environment says of it is anybody's to set.
  package static var user: String {
    guard let entry = getpwuid(geteuid()), let name = entry.pointee.pw_name else { return "uid-\(geteuid())" }
    return String(cString: name)
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
