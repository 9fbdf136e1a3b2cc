import Basics

/// A piece of what a tool or a prompt gives.
package enum ContentBlock: Sendable, Hashable {
  case text(String)
  /// A resource that can be read.
  case link(ResourceDefinition)
  /// A resource that is given along.
  case resource(ResourceContents)

  package var json: JSONValue {
    switch self {
    case .text(let text): ["type": "text", "text": .string(text)]
    case .link(let resource): JSONValue.members([("type", "resource_link")]).adding(resource.members)
    case .resource(let contents): ["type": "resource", "resource": contents.json]
    }
  }
}
