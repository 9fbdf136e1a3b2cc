/// Which resource types join others, and which only lie between everything: how a way from one thing to another is told from a
/// coincidence. By type; `data.TYPE` for a data source.
package struct CloudJoins: Hashable, Sendable {
  /// What things pass from and to. A way ends there and does not go on.
  package let ends: Set<String>
  /// What everything refers to, and so joins nothing.
  package let hubs: Set<String>
  /// Documents of permissions: they join what they name to whoever holds them, not to each other.
  package let policies: Set<String>
  /// What holds such a document for somebody.
  package let holders: Set<String>

  /// Arguments, `TYPE.ARGUMENT`, that say where something lies and join nothing: the code of a function.
  package let places: Set<String>

  package static let none = CloudJoins(ends: [], hubs: [], policies: [], holders: [], places: [])

  init(
    ends: Set<String>, hubs: Set<String>, policies: Set<String>, holders: Set<String>, places: Set<String>
  ) {
    self.ends = ends
    self.hubs = hubs
    self.policies = policies
    self.holders = holders
    self.places = places
  }
}
