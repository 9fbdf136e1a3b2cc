import HCL

/// Which provider a local name such as `aws` stands for.
package struct ProviderNames {
  private var sources: [String: String] = [:]
  /// The texts of what the module takes of each source: `~> 5.0`.
  package private(set) var versions: [String: [String]] = [:]
  /// The sources of all resources, data sources and provider blocks, sorted.
  package private(set) var used: [String] = []

  package init(_ module: Module) {
    for block in module.settings.flatMap({ $0.body.blocks("required_providers") }) {
      for attribute in block.body.attributes { sources[attribute.name] = Self.source(attribute.value) }
      for attribute in block.body.attributes {
        guard let version = Self.version(attribute.value) else { continue }
        versions[source(named: attribute.name), default: []].append(version)
      }
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

  private static func source(_ value: HCLExpression) -> String? {
    guard case .object(let items) = value.kind,
      let source = items.first(where: { $0.literalKey == "source" })?.value.literalString
    else { return nil }
    let parts = source.lowercased().split(separator: "/")
    return parts.count == 1 ? "hashicorp/\(source)" : parts.suffix(2).joined(separator: "/")
  }

  /// `{ version = "…" }`, or the text alone.
  private static func version(_ value: HCLExpression) -> String? {
    if let text = value.literalString { return text }
    guard case .object(let items) = value.kind else { return nil }
    return items.first { $0.literalKey == "version" }?.value.literalString
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
