/// Who has to say yes before a plan is applied; `approvals:` of a person's or the system's `consilium.yaml`.
package struct ApprovalRules: Hashable, Sendable, Codable {
  /// Whether the person who made the plan may approve it.
  package var allowsSelf: Bool
  /// Distinct approvers that a plan of a risk class needs, 1 to 5.
  package var approversAtRisk: Int
  /// US dollars a month: a plan that costs more than this in addition is of a risk class.
  package var priceThreshold: Double
  /// Whether approvals that were signed under one login count for as many people as they name.
  package var allowsOneLogin: Bool

  package init(
    allowsSelf: Bool = false, approversAtRisk: Int = 2, priceThreshold: Double = 500,
    allowsOneLogin: Bool = false
  ) {
    self.allowsSelf = allowsSelf
    self.approversAtRisk = approversAtRisk
    self.priceThreshold = priceThreshold
    self.allowsOneLogin = allowsOneLogin
  }

  private enum CodingKeys: String, CodingKey {
    case allowsSelf, approversAtRisk, priceThreshold, allowsOneLogin
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    allowsSelf = try values.decode(Bool.self, forKey: .allowsSelf)
    approversAtRisk = try values.decode(Int.self, forKey: .approversAtRisk)
    priceThreshold = try values.decode(Double.self, forKey: .priceThreshold)
    allowsOneLogin = try values.decodeIfPresent(Bool.self, forKey: .allowsOneLogin) ?? false
  }

  /// Writes the word about one login only where it is said: a plan of an earlier build keeps its digest.
  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(allowsSelf, forKey: .allowsSelf)
    try values.encode(approversAtRisk, forKey: .approversAtRisk)
    try values.encode(priceThreshold, forKey: .priceThreshold)
    if allowsOneLogin { try values.encode(true, forKey: .allowsOneLogin) }
  }

  /// Whether anything would pass here that these rules do not let pass.
  package func isLooser(than rules: ApprovalRules) -> Bool {
    allowsSelf && !rules.allowsSelf || allowsOneLogin && !rules.allowsOneLogin
      || approversAtRisk < rules.approversAtRisk
      || priceThreshold > rules.priceThreshold
  }
}
