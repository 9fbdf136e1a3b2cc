import Basics
import Clouds

/// Where a plan's resources go: what the configuration of a provider says, by itself or through a variable.
package enum PlanRegion {
  /// - Parameter plan: as `tofu show -json` prints it.
  /// - Returns: nil where the provider is not there, or says it in another way.
  package static func region(of plan: JSONValue, provider: String) -> String? {
    let expression = plan["configuration"]?["provider_config"]?[provider]?["expressions"]?["region"]
    if let region = expression?["constant_value"]?.string { return region }
    for name in (expression?["references"]?.array ?? []).compactMap(\.string) where name.hasPrefix("var.") {
      if let region = plan["variables"]?[String(name.dropFirst(4))]?["value"]?.string { return region }
    }
    return nil
  }

  /// The region of the first provider of any cloud that says one; the main cloud's go first.
  package static func region(of plan: JSONValue) -> String? {
    let catalog = CloudCatalog.current
    let providers = catalog.main.providers + catalog.clouds.flatMap(\.providers)
    return providers.lazy.compactMap { region(of: plan, provider: $0.name) }.first
  }
}
