import HCL

/// One argument of a resource that refers to another one, or to an input variable.
package struct Reference: Hashable, Sendable {
  /// The argument that refers, nested blocks included: `vpc_config.subnet_ids`.
  package var path: String
  /// The address referred to, without the key of an instance: `aws_subnet.a`, `var.region`.
  package var target: String
  /// The attribute taken of it, nil for the whole.
  package var attribute: String?

  /// Whether the argument is just this reference, so that equal references mean equal values.
  package var isWhole: Bool

  /// The number or key of the one instance that is meant, where the block makes several and it can be told.
  package var key: Value?

  package init(
    path: String, target: String, attribute: String? = nil, isWhole: Bool = false, key: Value? = nil
  ) {
    self.path = path
    self.target = target
    self.attribute = attribute
    self.isWhole = isWhole
    self.key = key
  }

  /// The reference as it is within a module, whose address with a dot is the prefix.
  func inside(_ prefix: String) -> Reference {
    guard !prefix.isEmpty else { return self }
    var reference = self
    reference.target = prefix + target
    return reference
  }

  /// Whether it may mean a resource: its block, and its instance where one is told.
  package func means(_ resource: Resource) -> Bool {
    guard target == resource.blockAddress || target == resource.address else { return false }
    guard let key, let own = resource.key, !own.isUnknown else { return true }
    return key == own
  }

  /// The outermost argument or block.
  package var argument: String { String(path.prefix { $0 != "." }) }
}
