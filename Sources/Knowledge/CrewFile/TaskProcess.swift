/// How the tasks of a crew are worked through.
package struct TaskProcess: Sendable, Hashable, Codable {
  package enum Kind: String, Sendable, Codable, CaseIterable {
    /// Each task by its own agent, as soon as what it builds on is done.
    case sequential
    /// Each task by whom a manager gives it to; the manager also reviews the result.
    case hierarchical
  }

  package var kind: Kind
  /// The agent that manages; nil where the process needs none.
  package var manager: String?
  /// Agents that may hand parts of their work on (`allow_delegation`).
  package var delegators: [String]
  /// How deep work may be handed on, 0 to 3: at 1 nobody hands on what was handed to them.
  package var depth: Int
  /// Pieces of work that may be handed on in a whole run.
  package var delegations: Int

  /// For a crew that consults and has tasks besides: one after the other, nothing handed on.
  package static let plain = TaskProcess(
    kind: .sequential, manager: nil, delegators: [], depth: 0, delegations: 0)
}
