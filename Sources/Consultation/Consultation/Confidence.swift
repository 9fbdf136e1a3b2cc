import Basics
import Experts
import Vocabulary

/// How sure the verdict is: what is covered, times how good the evidence is, moved by what earlier claims came to. It is
/// never above the share of the requirements that is met.
struct Confidence {
  /// Before calibration, 0 to `weights.atMost`: nothing that was not applied is certain.
  let value: Double
  /// After calibration.
  let published: Double
  let parts: Verdict.ConfidenceParts

  /// - Parameter share: of the judges who prefer the chosen draft, 0 to 1.
  init(evidence: Evidence, share: Double, calibration: Calibration, weights: ConfidenceWeights) {
    let met = Double(evidence.coverage.count { $0.status == .met })
    let coverage = evidence.coverage.isEmpty ? 0 : met / Double(evidence.coverage.count)
    let stages = Double(max(1, evidence.validation.count))
    let checked = Double(evidence.validation.count { $0.status == .passed }) / stages
    let open = evidence.findings.reduce(0.0) {
      $0 + ($1.outcome == .fail ? weights.findings[$1.severity] : 0)
    }
    let safety = 1 / (1 + open)
    let mean =
      checked * weights.checked + safety * weights.safe + share * weights.agreed
      + evidence.price.coverage * weights.priced
    let ground = mean * (evidence.isValid ? 1 : weights.invalid)
    value = Self.floored(min(weights.atMost, coverage * ground))
    published = Self.floored(min(calibration.published(value), coverage))
    parts = Verdict.ConfidenceParts(
      coverage: Self.rounded(coverage), evidence: Self.rounded(ground),
      calibration: value > 0 ? Self.rounded(published / value) : 1)
  }

  private static func rounded(_ number: Double) -> Double { (number * 100).rounded() / 100 }

  /// Down to two digits, so that rounding never lifts it above what is covered.
  private static func floored(_ number: Double) -> Double { (number * 100 + 1e-9).rounded(.down) / 100 }
}
