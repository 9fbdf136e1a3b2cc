/// Who has to say yes before a plan is applied; `approvals:` of a person's or the system's `consilium.yaml`.
package struct ApprovalRules: Hashable, Sendable, Codable {
  /// Whether the person who made the plan may approve it.
  package var allowsSelf: Bool
  /// Distinct approvers that a plan of a risk class needs, 1 to 5.
  package var approversAtRisk: Int
  /// US dollars a month: a plan that costs more than this in addition is of a risk class.
  package var priceThreshold: Double

  package init(allowsSelf: Bool = false, approversAtRisk: Int = 2, priceThreshold: Double = 500) {
    self.allowsSelf = allowsSelf
    self.approversAtRisk = approversAtRisk
    self.priceThreshold = priceThreshold
  }

  /// Whether anything would pass here that these rules do not let pass.
  package func isLooser(than rules: ApprovalRules) -> Bool {
    allowsSelf && !rules.allowsSelf || approversAtRisk < rules.approversAtRisk
      || priceThreshold > rules.priceThreshold
  }
}
