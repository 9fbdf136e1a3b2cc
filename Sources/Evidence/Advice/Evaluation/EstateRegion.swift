import HCL
import Infrastructure

/// Where an estate is, as far as its code or the names of its resources say.
enum EstateRegion {
  static func region(of estate: Estate) -> String {
    let provider = estate.graph.configuration.first {
      $0.type == "provider" && $0.name == "aws" && $0.attributes["alias"] == nil
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
