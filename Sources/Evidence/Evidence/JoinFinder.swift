import Clouds
import HCL
import ResourceGraph

/// Whether a way leads from one thing to another: a reference, or resources between them that refer to both, as a subscription or
/// an event source does. What everything refers to is no such resource, and a document of permissions joins what it
/// names to whoever holds it alone.
struct JoinFinder {
  let graph: ResourceGraph
  let joins: CloudJoins
  /// Whether a permission joins too, for code may do the rest.
  let countsPermissions: Bool

  /// A role, its policy and the document lie between a function and a queue.
  private static let longest = 5

  /// The addresses of the things of some types to which a way leads.
  /// - Parameter most: so many are enough.
  func ends(from resource: Resource, of types: Set<String>, most: Int) -> Set<String> {
    var found: Set<String> = []
    var seen: Set<String> = []
    var edge: [(resource: Resource, before: Resource?)] = [(resource, nil)]
    for _ in 0..<Self.longest {
      var next: [(resource: Resource, before: Resource?)] = []
      for (current, before) in edge {
        for neighbour in neighbours(of: current) {
          // What may pass a document depends on whence one comes.
          let step = "\(neighbour.address) \(joins.holders.contains(Self.type(current)))"
          guard neighbour.address != resource.address, !seen.contains(step),
            mayPass(current, from: before, to: neighbour)
          else { continue }
          if neighbour.kind == .managed, types.contains(neighbour.type) {
            found.insert(neighbour.address)
            guard found.count < most else { return found }
          }
          guard !isBarrier(neighbour) else { continue }
          seen.insert(step)
          next.append((neighbour, current))
        }
      }
      edge = next
    }
    return found
  }

  private func neighbours(of resource: Resource) -> [Resource] {
    let targets = graph.resources(named: Set(joining(resource).map(\.target)))
    let referrers = graph.referrers(of: resource).filter { referrer in
      joining(referrer).contains { $0.target == resource.blockAddress || $0.target == resource.address }
    }
    return targets + referrers
  }

  /// The references of a resource, without those that only say where something lies or what is made first.
  private func joining(_ resource: Resource) -> [Reference] {
    resource.references.filter {
      $0.argument != "depends_on" && !joins.places.contains("\(resource.type).\($0.argument)")
    }
  }

  /// A document in the middle has one who holds it on one side.
  private func mayPass(_ middle: Resource, from before: Resource?, to next: Resource) -> Bool {
    guard let before, joins.policies.contains(Self.type(middle)) else { return true }
    return joins.holders.contains(Self.type(before)) || joins.holders.contains(Self.type(next))
  }

  private func isBarrier(_ resource: Resource) -> Bool {
    let type = Self.type(resource)
    if !countsPermissions, joins.policies.contains(type) { return true }
    return joins.ends.contains(type) || joins.hubs.contains(type) || resource.kind == .configuration
  }

  private static func type(_ resource: Resource) -> String {
    resource.kind == .data ? "data.\(resource.type)" : resource.type
  }
}
