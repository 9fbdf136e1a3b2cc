import Clouds
import HCL
import ResourceGraph

/// Where an estate is, as far as its code or the names of its resources say.
enum EstateRegion {
  static func region(of estate: Estate) -> String {
    let names = CloudCatalog.current.main.providers.map(\.name)
    let provider = estate.graph.configuration.first {
      $0.type == "provider" && names.contains($0.name) && $0.attributes["alias"] == nil
    }
    if let region = provider?.attributes["region"]?.text { return region }
    for resource in estate.graph.resources where resource.kind == .managed {
      if let region = resource.attributes["region"]?.text { return region }
      let parts =
        resource.attributes["arn"]?.text?.split(separator: ":", omittingEmptySubsequences: false) ?? []
      if parts.count > 4, !parts[3].isEmpty { return String(parts[3]) }
    }
    return estate.region
  }
}
