/// A directed graph of tasks without cycles, generic over what a task carries.
///
/// Nodes keep the order in which they were given; among tasks that are ready that order decides who starts first,
/// so that a walk with one slot is the same every time.
package struct TaskGraph<Payload: Sendable>: Sendable {
  /// One task. `after` has to succeed first; `waitsFor` only has to end, however it ends.
  package struct Node: Sendable {
    package var id: String
    package var after: [String]
    package var waitsFor: [String]
    package var payload: Payload

    package init(id: String, after: [String] = [], waitsFor: [String] = [], payload: Payload) {
      self.id = id
      self.after = after
      self.waitsFor = waitsFor
      self.payload = payload
    }
  }

  package let nodes: [Node]
  /// For each node, by index, the nodes that wait for it.
  let dependents: [[Int]]
  /// For each node, by index, how many nodes it waits for.
  let dependencyCounts: [Int]
  /// The place of each node in `nodes` by its id.
  let places: [String: Int]

  /// Throws for a task named twice, a dependency that is not there, and a cycle.
  package init(_ nodes: [Node]) throws(TaskGraphError) {
    var places: [String: Int] = [:]
    places.reserveCapacity(nodes.count)
    for (index, node) in nodes.enumerated() {
      guard places.updateValue(index, forKey: node.id) == nil else { throw .duplicate(node.id) }
    }
    var dependents = [[Int]](repeating: [], count: nodes.count)
    var counts = [Int](repeating: 0, count: nodes.count)
    for (index, node) in nodes.enumerated() {
      for dependency in Set(node.after).union(node.waitsFor) {
        guard let place = places[dependency] else { throw .missing(dependency, neededBy: node.id) }
        dependents[place].append(index)
        counts[index] += 1
      }
    }
    for index in dependents.indices { dependents[index].sort() }
    self.nodes = nodes
    self.places = places
    self.dependents = dependents
    dependencyCounts = counts
    if let cycle = firstCycle() { throw .cycle(cycle) }
  }
}
