import HCL
import ResourceGraph

/// Who and what a configuration has, with the policies that decide between them.
package struct PermissionModel: Sendable {
  /// A user or role of the configuration.
  package struct Identity: Hashable, Sendable {
    package let address: String
    package private(set) var requester: Requester
    var policies: [PermissionPolicy] = []
    /// The policies that allow or deny it something by itself.
    package var ownPolicies: [PermissionPolicy] { policies }
    var boundaries: [PermissionPolicy] = []

    /// Two of a configuration never have the same name, whatever it becomes.
    fileprivate func amongOthers(_ all: Set<String>) -> Identity {
      var identity = self
      identity.requester.namesOfOthers = all.subtracting([requester.name])
      return identity
    }
  }

  let graph: ResourceGraph
  let book: PermissionBook
  let names: ResourceNames
  package private(set) var identities: [Identity]
  /// By the name of the resource.
  private(set) var resourcePolicies: [String: PermissionPolicy]
  private(set) var serviceControl: [PermissionPolicy]
  private(set) var resourceControl: [PermissionPolicy]

  /// - Parameters:
  ///   - graph: read with the book's names for what only apply can tell.
  ///   - account: the number of the account it is applied in, where a person told it.
  ///   - region: the region, likewise.
  package init(
    _ graph: ResourceGraph, book: PermissionBook, account: String? = nil, region: String? = nil
  ) {
    let names = ResourceNames(graph, book: book, account: account, region: region)
    let reading = PolicyReading(graph: graph, book: book, names: names)
    self.graph = graph
    self.book = book
    self.names = names
    let found = reading.identities()
    let all = Set(found.map(\.requester.name))
    identities = found.map { $0.amongOthers(all) }
    resourcePolicies = reading.resourcePolicies()
    (serviceControl, resourceControl) = reading.organizationPolicies()
  }

  /// What policies call the resources of a type that the configuration makes.
  package func names(ofType type: String) -> [String] {
    graph.resources(ofType: type).filter { $0.kind == .managed }.map(names.name(of:))
  }

  /// The policies that have a say in a request.
  package func layers(of requester: Requester, resource: String) -> PolicyLayers {
    var layers = PolicyLayers()
    if let identity = identities.first(where: { $0.requester.name == requester.name }) {
      layers.identity = identity.policies
      layers.boundaries = identity.boundaries
    }
    layers.resource = resourcePolicy(of: resource)
    layers.serviceControl = serviceControl.isEmpty ? [] : [serviceControl + [Self.everything]]
    layers.resourceControl = [resourceControl]
    return layers
  }

  /// The policy of a resource, or of the one that a longer name is a part of: an object of a bucket.
  package func resourcePolicy(of resource: String) -> PermissionPolicy? {
    if let policy = resourcePolicies[resource] { return policy }
    return resourcePolicies.first { resource.hasPrefix("\($0.key)/") || resource.hasPrefix("\($0.key):") }?
      .value
  }

  /// What is attached to every part of an organization unless it is taken off.
  private static let everything = PermissionPolicy(
    name: "the policy that allows everything by default",
    document: .object([
      "Statement": .list([
        .object(["Effect": .string("Allow"), "Action": .string("*"), "Resource": .string("*")])
      ])
    ]))
}
