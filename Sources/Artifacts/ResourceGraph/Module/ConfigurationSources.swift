/// The files of a configuration, and what is known of where its modules lie and which versions it holds to.
package struct ConfigurationSources: Sendable {
  /// Texts by path.
  package var files: [String: String]
  /// The folder of the root module as the paths name it, empty for the one all paths start from; nil where the root is
  /// what no local call names.
  package var root: String?
  /// Where `init` put the modules that are not local, by the names of the calls that lead to them: `network.subnets`.
  package var installed: [String: String]
  /// The versions of the lock file by source, as `hashicorp/aws`.
  package var locked: [String: String]

  package init(
    files: [String: String], root: String? = nil, installed: [String: String] = [:],
    locked: [String: String] = [:]
  ) {
    self.files = files
    self.root = root
    self.installed = installed
    self.locked = locked
  }
}
