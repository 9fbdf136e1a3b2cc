/// At least `minimum` resources of one of `types` for which `condition` holds.
package struct ResourceExpectation: Hashable, Sendable, Codable {
  /// Provider resource types or Kubernetes kinds: `aws_db_instance`, `Deployment`. Empty for any of them.
  package var types: [String]
  /// An HCL expression over `self`, the resource's attributes, and `label`, its name in the configuration; nil for no
  /// condition. It may call `is_set`, `has_value`, `has_text`, `about`, `admits_only`, `routed_to`, `serves`, `reached_only_from`, `may`, `may_only` and `stands_in`.
  package var condition: String?
  /// An HCL expression over `self` saying how many a resource counts for (an autoscaling group's size); nil for one.
  package var weight: String?
  /// At least this many; 0 means that there may be none (`maximum` is then what is checked).
  package var minimum: Int
  package var maximum: Int?
  /// Whether every resource of the types has to satisfy the condition; nil for no.
  package var each: Bool?

  package init(
    types: [String], condition: String? = nil, weight: String? = nil, minimum: Int = 1, maximum: Int? = nil,
    each: Bool? = nil
  ) {
    self.types = types
    self.condition = condition
    self.weight = weight
    self.minimum = minimum
    self.maximum = maximum
    self.each = each
  }
}
