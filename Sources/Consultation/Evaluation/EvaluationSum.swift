/// What a way of choosing came to for one request.
struct RequestOutcome: Sendable {
  var choice: Choice
  /// Of all answers of the panel.
  var bytes: Int
  var seconds: Double
}

/// The outcomes of a way of choosing, added up.
struct EvaluationSum {
  private var right = 0.0
  private var total = 0
  private var changed = 0
  private var changedAndPassing = 0
  private var changedFromRight = 0
  private var bytes = 0
  private var seconds = 0.0

  mutating func add(_ outcome: RequestOutcome) {
    right += outcome.choice.right
    total += 1
    changed += outcome.choice.isChanged ? 1 : 0
    changedAndPassing += outcome.choice.isChanged && outcome.choice.passes ? 1 : 0
    changedFromRight += outcome.choice.isChanged && outcome.choice.isFromRight ? 1 : 0
    bytes += outcome.bytes
    seconds += outcome.seconds
  }

  func row(_ mode: EvaluationMode, models: Int) -> EvaluationRow {
    let interval = Interval.wilson(right, of: total)
    let asked = mode == .solo ? 1 : models
    return EvaluationRow(
      mode: mode, right: (right * 100).rounded() / 100, total: total,
      low: (interval.low * 10_000).rounded() / 10_000, high: (interval.high * 10_000).rounded() / 10_000,
      changed: changed, changedAndPassing: changedAndPassing,
      changedFromRight: changedFromRight, calls: asked * total,
      tokens: bytes / 4 * asked / max(1, models), seconds: (seconds * 1000).rounded() / 1000)
  }
}
