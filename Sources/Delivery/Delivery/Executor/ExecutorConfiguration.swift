import Clouds
import Effects
import ExternalTools
import Masking
import Vocabulary

/// What the executor is given; nothing of it is looked up behind its back.
package struct ExecutorConfiguration: Sendable {
  /// Where workspaces, plans and keys are kept.
  package var home: String
  /// Nil where neither `tofu` nor `terraform` is installed.
  package var tool: InfrastructureTool.Place?
  /// The path of `kubectl`; nil where it is not installed.
  package var kubectl: String?
  package var mirror: ProviderMirror?
  /// The person's; credentials reach the tools from here and nothing else.
  package var environment: [String: String]
  /// Who runs the executor: asks for plans, and stands in the audit trail.
  package var actor: String
  /// The login and the machine that approvals are signed under, `root@build-1`; nil where nobody is to be told apart by it.
  package var login: String?
  /// Who has to approve what is planned from now on.
  package var rules: ApprovalRules
  package var keys: KeyRing
  package var mask: SecretMask
  /// Where providers and modules may come from.
  package var sources: ProviderSources

  package init(
    home: String, tool: InfrastructureTool.Place?, kubectl: String?, mirror: ProviderMirror?,
    environment: [String: String], actor: String, login: String? = nil,
    rules: ApprovalRules, keys: KeyRing, mask: SecretMask,
    sources: ProviderSources = ProviderSources(CloudCatalog.current.providerSources)
  ) {
    self.home = home
    self.tool = tool
    self.kubectl = kubectl
    self.mirror = mirror
    self.environment = environment
    self.actor = actor
    self.login = login
    self.rules = rules
    self.keys = keys
    self.mask = mask
    self.sources = sources
  }
}
