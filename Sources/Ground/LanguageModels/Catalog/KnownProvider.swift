import Basics

/// A provider that ships with the program as data.
package struct KnownProvider: Hashable, Sendable {
  package let name: String
  package let wire: WireKind
  /// With variables of the environment in it.
  package let baseAddress: AddressTemplate
  /// The variable that holds another address.
  package let baseVariable: String?
  /// The variables that may hold the key, in their order; empty where none is needed.
  package let keyVariables: [String]
  /// Whether the address answers without a key.
  package let isKeyOptional: Bool
  package let keyHeader: String?
  package let keyPrefix: String
  /// What prints the key where none is set; empty for nothing.
  package let keyCommand: [String]
  /// Whether requests without a key are signed with Amazon's credentials.
  package let isSigned: Bool
  package let limitParameter: String?
  /// Whether it answers only when it is named.
  package let isOnlyNamed: Bool
  /// What LiteLLM's list of prices calls it.
  package let priceListNames: [String]
  /// What is asked where nobody names a model; nil for the first that the server lists.
  package let defaultModel: String?

  static let keys = [
    "name", "api", "base_url", "base_variable", "key", "key_optional", "key_header", "key_prefix",
    "key_command", "signed", "limit", "only_named", "litellm", "default_model",
  ]

  /// - Parameter row: an entry of the list of providers; nil where it is damaged.
  init?(_ row: JSONValue) {
    func texts(_ key: String) -> [String] { (row[key]?.array ?? []).compactMap(\.string) }
    guard let members = row.object, members.allSatisfy({ Self.keys.contains($0.key) }),
      let name = row["name"]?.string, let wire = row["api"]?.string.flatMap(WireKind.init),
      let address = row["base_url"]?.string
    else { return nil }
    self.name = name
    self.wire = wire
    baseAddress = AddressTemplate(address)
    baseVariable = row["base_variable"]?.string
    keyVariables = texts("key")
    isKeyOptional = row["key_optional"]?.bool ?? false
    keyHeader = row["key_header"]?.string
    keyPrefix = row["key_prefix"]?.string ?? ""
    keyCommand = texts("key_command")
    isSigned = row["signed"]?.bool ?? false
    limitParameter = row["limit"]?.string
    isOnlyNamed = row["only_named"]?.bool ?? false
    let listed = texts("litellm")
    priceListNames = listed.isEmpty ? [name] : listed
    defaultModel = row["default_model"]?.string
  }

  /// The address that the environment names; nil where it names none.
  package func namedAddress(_ environment: [String: String]) -> String? {
    guard let variable = baseVariable, let text = environment[variable], !text.isEmpty else { return nil }
    guard wire == .ollama else { return text }
    // OLLAMA_HOST is what its server listens on: perhaps without a scheme or a port, perhaps every interface.
    var host = text.contains("://") ? text : "http://\(text)"
    host = host.replacing("//0.0.0.0", with: "//127.0.0.1")
    let authority = host.firstRange(of: "://").map { host[$0.upperBound...] } ?? host[...]
    if !authority.contains(":") && !authority.contains("/") { host += ":11434" }
    return host
  }

  /// The key that the environment holds, with the variable it stands in; nil where it holds none.
  package func key(_ environment: [String: String]) -> (key: APIKey, variable: String)? {
    keyVariables.lazy.compactMap { variable in
      environment[variable].flatMap(APIKey.init).map { ($0, variable) }
    }.first
  }

  /// The variable that says that this provider is meant, by its key or its address; nil where none does.
  package func sign(_ environment: [String: String]) -> String? {
    guard !isOnlyNamed else { return nil }
    if let found = key(environment) { return found.variable }
    // A server of Ollama's is looked for whether it is named or not.
    return wire != .ollama && namedAddress(environment) != nil ? baseVariable : nil
  }
}
