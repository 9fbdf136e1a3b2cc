import HCL

/// What a rule would change, before it is known in which resource.
package struct PatchTemplate: Sendable {
  /// One argument to set.
  struct Setting: Sendable {
    /// A list of names and numbers.
    let path: HCLExpression
    let value: HCLExpression
  }

  /// Whether this part is done; nil for always.
  let condition: HCLExpression?
  /// The address of another resource to change; nil for the one the rule is about.
  let target: HCLExpression?
  let removesResource: Bool
  let settings: [Setting]
  /// Paths of arguments and blocks to take away.
  let removals: [HCLExpression]
  /// A resource to add beside it.
  let companion: Companion?
}
