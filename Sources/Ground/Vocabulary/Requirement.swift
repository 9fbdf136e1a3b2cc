/// One thing the person asked for, in words close to theirs, with what would show it in the artifacts.
package struct Requirement: Hashable, Sendable, Codable {
  /// What reading alone settles: a part of the request that no draft of this consultation can be shown to meet.
  package struct Gap: Hashable, Sendable, Codable {
    /// `unmet` for what is named and cannot be built, `unknown` for what is not understood or not decided; never `met`.
    package var status: Coverage.Status
    /// One sentence.
    package var reason: String

    package init(status: Coverage.Status, reason: String) {
      self.status = status
      self.reason = reason
    }
  }

  /// `REQ-1`, `REQ-2`, … in the order of the request; never reused within a run.
  package var id: String
  package var text: String
  /// Nil where nobody could say what would show it; its coverage is then unknown, never met.
  package var check: RequirementCheck?
  /// How much it counts when drafts are compared; nil for 1.
  package var weight: Double?
  /// Nil in briefs of versions without claims.
  package var kind: ClaimKind?
  /// Holds whatever the check says, but for a counterexample; nil where the check decides.
  package var gap: Gap?

  package init(
    id: String, text: String, check: RequirementCheck? = nil, weight: Double? = nil, kind: ClaimKind? = nil,
    gap: Gap? = nil
  ) {
    self.id = id
    self.text = text
    self.check = check
    self.weight = weight
    self.kind = kind
    self.gap = gap
  }
}
