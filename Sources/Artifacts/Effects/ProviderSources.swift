/// Where providers and modules may come from without a word of a person.
package struct ProviderSources: Hashable, Sendable {
  /// `hashicorp`, `acme/dns`, `registry.example.com/acme`: a source itself, or what it begins with up to a slash.
  private let allowed: Set<String>
  private static let registries: Set<String> = ["registry.terraform.io", "registry.opentofu.org"]

  /// - Parameter more: besides the makers' own namespaces.
  package init(_ more: some Sequence<String> = [String]()) {
    allowed = Set(["hashicorp", "opentofu"]).union(more.map(Self.plain))
  }

  package func has(_ source: String) -> Bool {
    let source = Self.plain(source)
    guard source.allSatisfy(\.isASCII) else { return false }
    let parts = source.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.contains(""), !parts.contains(".."), parts.count >= 2 else { return false }
    return (1...parts.count).contains { allowed.contains(parts.prefix($0).joined(separator: "/")) }
  }

  /// Without the usual registry, which need not be written.
  private static func plain(_ source: String) -> String {
    let parts = source.lowercased().split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, registries.contains(String(parts[0])) else { return source.lowercased() }
    return String(parts[1])
  }
}
