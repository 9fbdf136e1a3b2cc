import HCL

/// Which provider a local name such as `aws` stands for.
package struct ProviderNames {
  private var sources: [String: String] = [:]
  /// The texts of what the module takes of each source: `~> 5.0`.
  package private(set) var versions: [String: [String]] = [:]
  /// The sources of all resources, data sources and provider blocks, sorted.
  package private(set) var used: [String] = []

  package init(_ module: Module) {
    let required = module.settings.requiredProviders
    for entry in required { sources[entry.name] = entry.source.map(Self.source) }
    for entry in required {
      guard let version = entry.version else { continue }
      versions[source(named: entry.name), default: []].append(version)
    }
    // What the language of 0.12 had is still taken.
    for block in module.providers {
      guard let version = block.body.attribute("version")?.value.literalString else { continue }
      versions[source(named: block.labels[0]), default: []].append(version)
    }
    let all =
      module.resources.filter { $0.type != "terraform_data" && $0.type != "terraform_remote_state" }
      .map { source(of: $0) } + module.providers.map { source(named: $0.labels[0]) }
    used = Set(all).sorted()
  }

  /// `aws` and `registry.opentofu.org/hashicorp/aws` as `hashicorp/aws`.
  private static func source(_ text: String) -> String {
    let parts = text.lowercased().split(separator: "/")
    return parts.count == 1 ? "hashicorp/\(text)" : parts.suffix(2).joined(separator: "/")
  }

  package func source(named name: String) -> String { sources[name] ?? "hashicorp/\(name)" }

  package func source(of resource: Module.ResourceBlock) -> String {
    if let provider = resource.block.body.attribute("provider")?.value {
      if case .reference(let traversal) = provider.kind { return source(named: traversal.root) }
      if let text = provider.literalString { return source(named: String(text.prefix { $0 != "." })) }
    }
    return source(named: String(resource.type.prefix { $0 != "_" }))
  }
}
