import HCL

/// What forbids an advice although its rule holds: the service refuses it, or it would work against something else.
package struct Obstacle: Sendable {
  /// True forbids; unknown leaves the rule undecided.
  let when: HCLExpression
  /// What forbids it, in a sentence.
  let reason: HCLExpression
}
