import Basics
import Vocabulary

/// How sure the verdict is: what is covered, times how good the evidence is, moved by what earlier claims came to. It is
/// never above the share of the requirements that is met.
struct Confidence {
  /// Before calibration, 0 to 0.95: nothing that was not applied is certain.
  let value: Double
  /// After calibration.
  let published: Double
  let parts: Verdict.ConfidenceParts

  /// - Parameter share: of the judges who prefer the chosen draft, 0 to 1.
  init(evidence: Evidence, share: Double, calibration: Calibration) {
    let met = Double(evidence.coverage.count { $0.status == .met })
    let coverage = evidence.coverage.isEmpty ? 0 : met / Double(evidence.coverage.count)
    let stages = Double(max(1, evidence.validation.count))
    let checked = Double(evidence.validation.count { $0.status == .passed }) / stages
    let open = evidence.findings.reduce(0.0) { $0 + ($1.outcome == .fail ? Self.weight($1.severity) : 0) }
    let safety = 1 / (1 + open)
    let mean = checked * 0.4 + safety * 0.3 + share * 0.15 + evidence.price.coverage * 0.15
    let ground = mean * (evidence.isValid ? 1.0 : 0.2)
    value = Self.floored(min(Self.most, coverage * ground))
    published = Self.floored(min(calibration.published(value), coverage))
    parts = Verdict.ConfidenceParts(
      coverage: Self.rounded(coverage), evidence: Self.rounded(ground),
      calibration: value > 0 ? Self.rounded(published / value) : 1)
  }

  private static let most = 0.95

  private static func rounded(_ number: Double) -> Double { (number * 100).rounded() / 100 }

  /// Down to two digits, so that rounding never lifts it above what is covered.
  private static func floored(_ number: Double) -> Double { (number * 100 + 1e-9).rounded(.down) / 100 }

  private static func weight(_ severity: Severity) -> Double {
    switch severity {
    case .critical: 1
    case .high: 0.5
    case .medium: 0.1
    case .low: 0.02
    case .info: 0
    }
  }
}
