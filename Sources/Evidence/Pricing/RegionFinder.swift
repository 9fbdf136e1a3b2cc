import HCL
import Infrastructure

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

  func region(of resource: Resource, provider: String, usage: Usage) -> String {
    switch provider {
    case "azure": azure(resource)
    case "google": google(resource)
    case "kubernetes": "any"
    default: amazon(resource, usage)
    }
  }

  private func amazon(_ resource: Resource, _ usage: Usage) -> String {
    if let region = usage.values["region"]?.text { return region }
    if let region = resource.attributes["region"]?.text, !region.isEmpty { return region }
    if let arn = resource.attributes["arn"]?.text {
      let parts = arn.split(separator: ":", omittingEmptySubsequences: false)
      if parts.count > 4, !parts[3].isEmpty { return String(parts[3]) }
    }
    if let name = resource.provider, let region = configured[name] { return region }
    return configured["aws"] ?? fallback
  }

  /// `West Europe` and `westeurope` are the same place; what has none is where its group or parent is.
  private func azure(_ resource: Resource) -> String {
    let place = resource.attributes["location"]?.text ?? index.nearest(to: resource, with: "location")?.text
    guard let place else { return fallback.contains("-") ? "eastus" : fallback }
    return String(place.lowercased().filter { $0 != " " })
  }

  private func google(_ resource: Resource) -> String {
    for name in ["region", "location", "zone"] {
      guard let place = resource.attributes[name]?.text ?? nil, !place.isEmpty else { continue }
      return Self.zoneless(place.lowercased())
    }
    if let name = resource.provider, let region = configured[name] { return region }
    if let region = configured["google"] { return region }
    return fallback.hasSuffix("1") && fallback.split(separator: "-").count == 3 ? "us-central1" : fallback
  }

  /// `us-central1` of `us-central1-a`.
  private static func zoneless(_ place: String) -> String {
    let parts = place.split(separator: "-")
    return parts.count == 3 && parts[2].count == 1 ? parts.dropLast().joined(separator: "-") : place
  }
}
