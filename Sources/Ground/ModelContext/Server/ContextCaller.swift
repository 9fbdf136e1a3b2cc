/// Who asks: the login for what runs on this machine, or the name that a token stands for.
package struct ContextCaller: Hashable, Sendable {
  package var name: String
  /// What it may do, in the server's own words.
  package var scopes: Set<String>

  package init(name: String, scopes: Set<String>) {
    self.name = name
    self.scopes = scopes
  }
}
