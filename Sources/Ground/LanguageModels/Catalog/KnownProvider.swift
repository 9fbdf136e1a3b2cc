/// A provider that ships with the program as data.
package struct KnownProvider: Hashable, Sendable {
  package var name: String
  package var wire: WireKind
  package var baseAddress: String
  /// The variable that holds the key; nil where none is needed.
  package var keyVariable: String?
  /// The variable that holds another address.
  package var baseVariable: String?
  /// What is asked where nobody names a model; nil for the first that the server lists.
  package var defaultModel: String?

  /// The address that the environment gives, else its own.
  package func baseAddress(_ environment: [String: String]) -> (address: String, isOwn: Bool) {
    guard let variable = baseVariable, let text = environment[variable], !text.isEmpty else {
      return (baseAddress, true)
    }
    guard wire == .ollama else { return (text, false) }
    // OLLAMA_HOST is what its server listens on: perhaps without a scheme or a port, perhaps every interface.
    var host = text.contains("://") ? text : "http://\(text)"
    host = host.replacing("//0.0.0.0", with: "//127.0.0.1")
    let authority = host.firstRange(of: "://").map { host[$0.upperBound...] } ?? host[...]
    if !authority.contains(":") && !authority.contains("/") { host += ":11434" }
    return (host, false)
  }

  package func key(_ environment: [String: String]) -> APIKey? {
    keyVariable.flatMap { environment[$0] }.flatMap(APIKey.init)
  }
}
