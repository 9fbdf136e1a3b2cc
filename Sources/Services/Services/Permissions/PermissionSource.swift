import Basics
import Permissions
import ResourceGraph

/// What a question about permissions is asked of: configuration, a plan, a state, and objects of a cluster.
struct PermissionSource {
  /// Nil where there is no configuration.
  let graph: ResourceGraph?
  let cluster: ClusterPermissions
  /// What could not be read.
  let faults: [String]

  /// - Throws: `Diagnostic` for what cannot be read, and for a configuration with a fault of syntax: of half a file no
  ///   answer can be given.
  init(path: String, names: ComputedNames) throws {
    let parts = try SourceGraph.parts(path: path, code: Self.code, names: names)
    graph = parts.first { !$0.isCluster }?.graph
    if let fault = graph?.diagnostics.first(where: { $0.code.hasPrefix("hcl.syntax") }) { throw fault }
    let objects = parts.filter(\.isCluster).map(\.graph)
    cluster = ClusterPermissions(ResourceGraph(resources: objects.flatMap(\.resources)))
    faults =
      parts.flatMap(\.unread).filter { $0.type == "module" }
      .map { "\($0.address): its files are not here, and so are its policies" }
      + objects.flatMap(\.diagnostics).map { "\($0)" }
  }

  private static let code = "permissions.unreadable"
}
