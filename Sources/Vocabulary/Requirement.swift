/// One thing the person asked for, in words close to theirs, with what would show it in the artifacts.
package struct Requirement: Hashable, Sendable, Codable {
  /// `REQ-1`, `REQ-2`, … in the order of the request; never reused within a run.
  package var id: String
  package var text: String
  /// Nil where nobody could say what would show it; its coverage is then unknown, never met.
  package var check: RequirementCheck?

  package init(id: String, text: String, check: RequirementCheck? = nil) {
    self.id = id
    self.text = text
    self.check = check
  }
}

/// What the resource graph has to hold for a requirement to be met: every one of `all`.
package struct RequirementCheck: Hashable, Sendable, Codable {
  package var all: [ResourceExpectation]

  package init(all: [ResourceExpectation]) {
    self.all = all
  }
}

/// At least `minimum` resources of one of `types` for which `condition` holds.
package struct ResourceExpectation: Hashable, Sendable, Codable {
  /// Provider resource types or Kubernetes kinds: `aws_db_instance`, `Deployment`.
  package var types: [String]
  /// An HCL expression over `self`, the resource's attributes; nil for no condition.
  package var condition: String?
  /// An HCL expression over `self` saying how many a resource counts for (an autoscaling group's size); nil for one.
  package var weight: String?
  /// At least this many; 0 means that there may be none (`maximum` is then what is checked).
  package var minimum: Int
  package var maximum: Int?

  package init(
    types: [String], condition: String? = nil, weight: String? = nil, minimum: Int = 1, maximum: Int? = nil
  ) {
    self.types = types
    self.condition = condition
    self.weight = weight
    self.minimum = minimum
    self.maximum = maximum
  }
}
