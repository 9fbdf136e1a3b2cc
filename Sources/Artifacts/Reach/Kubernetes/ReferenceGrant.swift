import Basics
import Manifests

/// Lets routes of one namespace lead to services of another.
struct ReferenceGrant: Sendable {
  private let namespace: String
  private let from: [JSONValue]
  private let to: [JSONValue]

  init(_ manifest: Manifest) {
    namespace = manifest.namespace
    from = manifest.content["spec"]?["from"]?.array ?? []
    to = manifest.content["spec"]?["to"]?.array ?? []
  }

  func allows(_ route: Manifest, toServicesIn target: String, named service: String) -> Bool {
    namespace == target
      && from.contains { $0["kind"]?.string == route.kind && $0["namespace"]?.string == route.namespace }
      && to.contains { $0["kind"]?.string == "Service" && ($0["name"]?.string ?? service) == service }
  }
}
