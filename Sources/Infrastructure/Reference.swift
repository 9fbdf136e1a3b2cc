/// One argument of a resource that refers to another one.
package struct Reference: Hashable, Sendable {
  /// The argument that refers, nested blocks included: `vpc_config.subnet_ids`.
  package var path: String
  /// The address referred to, without the key of an instance: `aws_subnet.a`.
  package var target: String
  /// The attribute taken of it, nil for the whole.
  package var attribute: String?

  package init(path: String, target: String, attribute: String? = nil) {
    self.path = path
    self.target = target
    self.attribute = attribute
  }

  /// The outermost argument or block.
  package var argument: String { String(path.prefix { $0 != "." }) }
}
