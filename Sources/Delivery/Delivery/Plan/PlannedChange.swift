/// One resource or Kubernetes object that a plan changes. Names only: no value stands in it, so none can be secret.
package struct PlannedChange: Sendable, Hashable, Codable {
  package enum Action: String, Sendable, Codable, CaseIterable {
    case create, update, replace, delete, read, forget
  }

  package var address: String
  package var type: String
  package var action: Action
  /// Arguments that differ, sorted; empty for what is made or destroyed.
  package var differing: [String]
  /// Arguments that force a replacement.
  package var forcedBy: [String]
  /// Arguments whose value is known only after the apply, without those that are never known before.
  package var unknown: [String]

  package init(
    address: String, type: String, action: Action, differing: [String] = [], forcedBy: [String] = [],
    unknown: [String] = []
  ) {
    self.address = address
    self.type = type
    self.action = action
    self.differing = differing
    self.forcedBy = forcedBy
    self.unknown = unknown
  }
}
