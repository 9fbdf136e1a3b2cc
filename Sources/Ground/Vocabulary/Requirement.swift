/// One thing the person asked for, in words close to theirs, with what would show it in the artifacts.
package struct Requirement: Hashable, Sendable, Codable {
  /// `REQ-1`, `REQ-2`, … in the order of the request; never reused within a run.
  package var id: String
  package var text: String
  /// Nil where nobody could say what would show it; its coverage is then unknown, never met.
  package var check: RequirementCheck?
  /// How much it counts when drafts are compared; nil for 1.
  package var weight: Double?

  package init(id: String, text: String, check: RequirementCheck? = nil, weight: Double? = nil) {
    self.id = id
    self.text = text
    self.check = check
    self.weight = weight
  }
}
