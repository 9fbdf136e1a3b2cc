/// The vetoes of a bundle that a person set aside, on the record and before the eyes of whoever approves.
package struct VetoOverride: Sendable, Hashable, Codable {
  package var vetoes: [String]
  package var by: String
  /// In the person's own words.
  package var reason: String

  package init(vetoes: [String], by: String, reason: String) {
    self.vetoes = vetoes
    self.by = by
    self.reason = reason
  }
}
