import HCL

extension Plan {
  /// The resources as they are before the plan.
  package var past: ResourceGraph {
    ResourceGraph(
      resources: changes.filter { !$0.before.isNull && $0.kind == .managed }.map { change in
        var resource = Resource(
          kind: change.kind, address: change.address, type: change.type, name: change.name,
          attributes: change.before)
        resource.modulePrefix = change.modulePrefix
        return resource
      })
  }
}
