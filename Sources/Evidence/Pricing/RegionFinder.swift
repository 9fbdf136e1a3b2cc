import Clouds
import HCL
import ResourceGraph

/// Says in which region a resource is.
struct RegionFinder {
  private let index: ResourceIndex
  private let fallback: String
  /// Regions of provider blocks by the name resources call them: `aws`, `aws.west`.
  private let configured: [String: String]

  init(graph: ResourceGraph, index: ResourceIndex, fallback: String) {
    self.index = index
    self.fallback = fallback
    var configured: [String: String] = [:]
    for block in graph.configuration where block.type == "provider" {
      guard let region = block.attributes["region"]?.text else { continue }
      let alias = block.attributes["alias"]?.text
      configured[alias.map { "\(block.name).\($0)" } ?? block.name] = region
    }
    self.configured = configured
  }

  /// - Parameter provider: the cloud's name, as in the price book.
  func region(of resource: Resource, provider: String, usage: Usage) -> String {
    guard let cloud = CloudCatalog.current[provider] else { return fallback }
    if cloud.isForManifests { return cloud.regions.reference }
    if let region = usage.values["region"]?.text { return region }
    if let region = named(by: resource, cloud.regions) { return cloud.regions.canonical(region) }
    if let name = resource.provider, let region = configured[name] { return region }
    for provider in cloud.providers {
      if let region = configured[provider.name] { return region }
    }
    // What was given for another cloud says nothing of this one.
    let isItsOwn = cloud.isDefault || cloud.regions.form != nil && cloud.regions.isRegion(fallback)
    return isItsOwn ? fallback : cloud.regions.reference
  }

  private func named(by resource: Resource, _ regions: CloudRegions) -> String? {
    for argument in regions.arguments {
      if let region = resource.attributes[argument]?.text, !region.isEmpty { return region }
    }
    if let identifier = regions.identifier, let text = resource.attributes[identifier]?.text {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      if parts.count > 4, !parts[3].isEmpty { return String(parts[3]) }
    }
    guard let inherited = regions.inherited else { return nil }
    return resource.attributes[inherited]?.text ?? index.nearest(to: resource, with: inherited)?.text
  }
}
