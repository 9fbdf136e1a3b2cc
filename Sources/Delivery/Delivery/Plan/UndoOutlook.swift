import Basics

/// The way back from a plan, computed when the plan is made: what an undo would do, and what it could not.
package struct UndoOutlook: Sendable, Hashable, Codable {
  /// The apply whose files the undo goes back to; nil where there was none, so that everything made is destroyed.
  package var restores: String?
  /// What the undo would change, right after the apply.
  package var changes: [PlannedChange]
  /// What the earlier files would change now, before the apply; not empty where something has drifted, and then the undo
  /// does that as well.
  package var pending: [PlannedChange]
  /// What cannot be undone, one sentence each: data that is lost, protections that stand in the way.
  package var losses: [String]

  package init(
    restores: String? = nil, changes: [PlannedChange], pending: [PlannedChange] = [], losses: [String]
  ) {
    self.restores = restores
    self.changes = changes
    self.pending = pending
    self.losses = losses
  }

  /// Turns the changes of a plan round.
  init(
    reversing deltas: [ResourceDelta], restores: String?, pending: [PlannedChange], catalogue: RiskCatalogue
  ) {
    self.init(
      restores: restores, changes: deltas.compactMap(Self.reverse), pending: pending,
      losses: deltas.flatMap { Self.losses($0, catalogue: catalogue) })
  }

  private static func reverse(_ delta: ResourceDelta) -> PlannedChange? {
    var change = delta.change
    change.unknown = []
    change.arguments = []
    switch change.action {
    case .create: change.action = .delete
    case .delete, .forget: change.action = .create
    case .update, .replace: break
    case .read: return nil
    }
    return change
  }

  private static func losses(_ delta: ResourceDelta, catalogue: RiskCatalogue) -> [String] {
    let change = delta.change
    let holdsData = catalogue.holdsData.contains(change.type)
    var losses: [String] = []
    switch change.action {
    case .delete where holdsData, .replace where holdsData:
      losses.append(
        "\(change.address): the apply destroys it with what it holds; an undo makes an empty one.")
    case .create where holdsData:
      losses.append("\(change.address): an undo destroys it with what was written to it until then.")
    case .forget:
      losses.append(
        "\(change.address): it goes on existing outside of the state; an undo would make a second one.")
    default: break
    }
    if change.action == .delete || change.action == .replace {
      for name in catalogue.protections where delta.before[name] == .bool(true) {
        losses.append("\(change.address): \(name) is on; this plan fails there until it is turned off.")
      }
    }
    if change.action == .create || change.action == .replace {
      for name in catalogue.protections where delta.after[name] == .bool(true) {
        losses.append("\(change.address): \(name) is on; an undo fails until it is turned off.")
      }
    }
    return losses
  }
}
