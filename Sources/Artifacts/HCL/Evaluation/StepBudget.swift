/// Steps that all evaluations of one configuration share, so that many costly expressions are no cheaper than one.
package final class StepBudget {
  /// How many may still be taken.
  package private(set) var left: Int

  /// - Parameter steps: enough for some ten thousand resources; past it values are not known, and that is said.
  package init(steps: Int = 5_000_000) {
    left = steps
  }

  /// Takes away what an evaluation used.
  package func spend(_ steps: Int) { left = max(0, left - max(0, steps)) }
}
