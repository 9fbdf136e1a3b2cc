/// What the comparison of the blind drafts decided.
package struct GateReport: Sendable, Codable {
  package var leading: String
  package var ranking: [String]
  package var debate: Bool
  package var reason: String

  package init(leading: String, ranking: [String], debate: Bool, reason: String) {
    self.leading = leading
    self.ranking = ranking
    self.debate = debate
    self.reason = reason
  }
}
