import HCL

/// Gives a name to what only apply can tell, so that texts that hold it can still be compared: the attribute `arn` of a queue is
/// the text `⟨aws_sqs_queue.jobs.arn⟩`, a variable without a value `⟨var.account⟩`.
package struct ComputedNames: Sendable {
  private let hasName: @Sendable (_ attribute: String) -> Bool

  /// - Parameter hasName: whether an attribute of that name is a text that gets a name; the others stay unknown.
  package init(hasName: @escaping @Sendable (_ attribute: String) -> Bool) {
    self.hasName = hasName
  }

  /// The name of an attribute, nil where it has none.
  func name(of attribute: String, address: String) -> Value? {
    hasName(attribute) ? .string("\u{27E8}\(address).\(attribute)\u{27E9}") : nil
  }

  /// The name of a variable that is a text.
  static func name(ofVariable name: String, prefix: String) -> Value {
    .string("\u{27E8}\(prefix)var.\(name)\u{27E9}")
  }
}
